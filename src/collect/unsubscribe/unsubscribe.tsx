/** @jsxImportSource preact */
import { openUnsubscribe, unsubscribe } from '@/pipeline/listen/unsubscribe'
import { secretive } from '../invitation/say-invitation'
import { invitationWords } from '../invitation/words/all'
import { takeSubmission } from '../limits'
import type { Peer } from '../peer'
import { noticePage, sayPlainly } from '../survey/notice-page'
import { whileAway } from '../while-away'

const say = (
  request: Request,
  name: 'confirm' | 'done' | 'deadLink',
  locale: string | null,
  action?: string,
): Promise<Response> => {
  const words = invitationWords(request, [new URL(request.url).searchParams.get('lang'), locale])
  return sayPlainly(request, {
    ...words[name],
    status: name === 'deadLink' ? 404 : 200,
    locale: words.locale,
    headers: secretive,
    children: action && (
      <form method="post" action={action}>
        <button class="primary" type="submit">
          {words.button}
        </button>
      </form>
    ),
  })
}

const unlessAway = (request: Request, work: () => Promise<Response>): Promise<Response> =>
  whileAway(work, () => noticePage(request, 'away', { headers: { ...secretive, 'retry-after': '5' } }))

/** `GET /u/{token}`: asks whether it is meant, and changes nothing: mail scanners open every link. */
export const getUnsubscribePage = (request: Request, { token = '' }: Record<string, string>): Promise<Response> =>
  unlessAway(request, async () => {
    const link = await openUnsubscribe(token, new Date())
    if (!link) return say(request, 'deadLink', null)
    if (link.isUnsubscribed) return say(request, 'done', link.locale)
    return say(request, 'confirm', link.locale, `/u/${encodeURIComponent(token)}`)
  })

/**
 * `POST /u/{token}`: keeps the refusal. Mail programs send it too, with the body `List-Unsubscribe=One-Click` and without asking
 * (RFC 8058), so neither the body nor where it comes from is looked at: the token is the permission.
 */
export const postUnsubscribePage = async (
  request: Request,
  { token = '' }: Record<string, string>,
  { address }: Peer,
): Promise<Response> => {
  const limited = await takeSubmission(address)
  const wait = { ...secretive, 'retry-after': String(limited?.retryAfterSeconds) }
  if (limited) return noticePage(request, 'busy', { headers: wait })
  return unlessAway(request, async () => {
    const link = (await unsubscribe(token, new Date())) ? await openUnsubscribe(token, new Date()) : undefined
    return say(request, link ? 'done' : 'deadLink', link?.locale ?? null)
  })
}
