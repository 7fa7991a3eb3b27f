/** @jsxImportSource preact */

import { acknowledgeWords } from '@/i18n/acknowledge-words'
import { acceptedLocale } from '@/i18n/locales'
import { acknowledgeByLink } from '@/pipeline/act/acknowledge-by-link'
import { openAlertLink } from '@/pipeline/act/open-alert-link'
import { type Taken, takeByLink } from '@/pipeline/act/take-by-link'
import { renderDocument } from '../document'
import { htmlResponse } from '../html-response'
import { takeSubmission } from '../limits'
import { whileAway } from '../while-away'
import { renderCasePage } from './case-page'
import { acknowledgeCss } from './styles'

const statusOf = { expired: 410, invalid: 404, busy: 429, unavailable: 503, foreign: 403 } as const

/** The token is in the address: it must not travel on in a Referer. */
const secretive = { 'referrer-policy': 'no-referrer' }

const say = (request: Request, name: keyof typeof statusOf, headers: Record<string, string> = {}): Promise<Response> => {
  const locale = acceptedLocale(request.headers.get('accept-language'))
  const words = acknowledgeWords(locale)
  const { title, text } = words[name]
  const { html, csp } = renderDocument({
    locale,
    title,
    css: acknowledgeCss,
    body: (
      <main>
        <div class="plain">
          <h1>{title}</h1>
          <p>{text}</p>
          {(name === 'expired' || name === 'invalid') && (
            <a class="button" href="/sign-in">
              {words.signIn}
            </a>
          )}
        </div>
      </main>
    ),
  })
  return htmlResponse(request, html, { status: statusOf[name], locale, csp, headers: { ...secretive, ...headers } })
}

const show = (request: Request, token: string, link: Taken, did?: 'acknowledge' | 'take'): Promise<Response> => {
  const action = `/a/${encodeURIComponent(token)}`
  const { html, csp } = renderCasePage({ link, action, now: new Date(), did: link.isMine ? did : undefined })
  return htmlResponse(request, html, { locale: link.standing.locale, csp, headers: secretive })
}

const unlessAway = (request: Request, work: () => Promise<Response>): Promise<Response> =>
  whileAway(work, () => say(request, 'unavailable', { 'retry-after': '3' }))

/** `GET /a/{token}`: the case of an alert mail. Mail scanners open every link, so it changes nothing. */
export const getAcknowledgePage = (request: Request, { token = '' }: Record<string, string>): Promise<Response> =>
  unlessAway(request, async () => {
    const link = await openAlertLink(token, new Date())
    return 'error' in link ? say(request, link.error) : show(request, token, { ...link, isMine: false })
  })

/**
 * `POST /a/{token}`: acknowledges, or with `do=take` takes the case over, as the person the mail was sent to. The token is the permission and stands in no page but
 * this one; a request that a browser says another site made is refused all the same.
 */
export const postAcknowledgePage = async (
  request: Request,
  { token = '' }: Record<string, string>,
  { address }: { address: string },
): Promise<Response> => {
  const limited = await takeSubmission(address)
  if (limited) return say(request, 'busy', { 'retry-after': String(limited.retryAfterSeconds) })
  if (request.headers.get('sec-fetch-site') === 'cross-site') return say(request, 'foreign')
  return unlessAway(request, async () => {
    const form = new URLSearchParams(await request.text())
    const isTaking = form.get('do') === 'take'
    const seen = Number(form.get('seen') ?? 0) || 0
    const link = isTaking ? await takeByLink(token, seen, new Date()) : await acknowledgeByLink(token, new Date())
    return 'error' in link ? say(request, link.error) : show(request, token, link, isTaking ? 'take' : 'acknowledge')
  })
}
