import type { Standing } from '@/domain/invitation/invitation'
import type { OpenInvitation } from '@/pipeline/listen/open-invitation'
import { htmlResponse } from '../html-response'
import { localeOf } from '../survey/language'
import { noticePage, sayPlainly } from '../survey/notice-page'
import { renderThanks } from '../survey/render-survey'
import { invitationWords } from './words/all'

/** The token is in the address: it must not travel on in a Referer. */
export const secretive = { 'referrer-policy': 'no-referrer' }

/** The language of an invitation's pages: asked for, of the invitation, of the customer, of the browser. */
export const localeFor = (request: Request, { invitation, survey }: OpenInvitation, asked: string | null): string =>
  localeOf(
    survey.definition.locales,
    asked ?? invitation.locale ?? invitation.customerLocale,
    request.headers.get('accept-language'),
  )

export const sayUnknown = (request: Request, asked: string | null): Promise<Response> => {
  const words = invitationWords(request, [asked])
  return sayPlainly(request, { ...words.unknown, status: 404, locale: words.locale, headers: secretive })
}

/** The thanks once more, for who has answered already. */
const sayUsed = (request: Request, found: OpenInvitation, asked: string | null): Promise<Response> => {
  const { survey, stored, invitation } = found
  const locale = localeFor(request, found, asked)
  const around = { locale, channel: invitation.channel ?? undefined, context: invitation.context }
  const { html, csp } = renderThanks(survey, around, stored?.answers ?? {}, {
    notice: invitationWords(request, [locale]).used,
  })
  return htmlResponse(request, html, { csp, locale, headers: secretive })
}

/** The page for a link that takes no answers now, and why; undefined if it takes them. */
export const sayStanding = (
  request: Request,
  found: OpenInvitation,
  asked: string | null,
  standing: Standing = found.standing,
): Promise<Response> | undefined => {
  const { survey, invitation } = found
  const { definition } = survey
  if (standing === 'completed') return sayUsed(request, found, asked)
  if (standing === 'expired' || standing === 'unsubscribed' || standing === 'ended') {
    const words = invitationWords(request, [asked, invitation.locale, invitation.customerLocale])
    const said = standing === 'unsubscribed' ? words.ended : words.expired
    return sayPlainly(request, { ...said, status: 410, locale: words.locale, definition, headers: secretive })
  }
  return survey.isClosed ? noticePage(request, 'closed', { definition, asked, headers: secretive }) : undefined
}
