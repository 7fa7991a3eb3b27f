import { findOpenInvitation, openInvitation } from '@/pipeline/listen/open-invitation'
import { usable } from '@/widget/steps'
import { htmlResponse } from '../html-response'
import { noticePage } from '../survey/notice-page'
import { renderSurveyPage, renderThanks } from '../survey/render-survey'
import { aroundOf, type Visit } from '../survey/visit'
import { whileAway } from '../while-away'
import { pageOf, pageToResume, provisionalAnswers } from './resume'
import { localeFor, sayStanding, sayUnknown, secretive } from './say-invitation'

const personalPage = async (request: Request, token: string): Promise<Response> => {
  const query = new URL(request.url).searchParams
  const asked = query.get('lang')
  const now = new Date()
  // A HEAD is no visit of anybody's.
  const found = await (request.method === 'HEAD' ? findOpenInvitation : openInvitation)(token, now)
  if (!found) return sayUnknown(request, asked)
  const ended = sayStanding(request, found, asked)
  if (ended) return ended
  const { invitation, survey, stored, responseId } = found
  const { definition } = survey
  const start: Visit = {
    id: responseId,
    version: survey.version,
    locale: localeFor(request, found, asked),
    pageIndex: 0,
    revision: stored?.revision ?? 0,
    startedAt: (stored?.startedAt ?? now).toISOString(),
    source: stored?.source ?? (query.get('source')?.slice(0, 200) || undefined),
    channel: invitation.channel ?? undefined,
    context: invitation.context,
    invitationToken: token,
  }
  const offered = provisionalAnswers(definition, query)
  const provisional = Object.keys(offered)
  const given = { ...stored?.answers, ...offered }
  const at = { definition, answers: usable(definition, given), around: aroundOf(start) }
  // Who comes back to change what they completed begins at the beginning.
  const resumed = pageToResume(found.standing === 'editable' ? { ...at, answers: {} } : at)
  const pageIndex = pageOf(at, provisional) ?? resumed
  const { locale } = start
  const { html, csp } =
    pageIndex === undefined
      ? renderThanks(survey, start, {})
      : renderSurveyPage({ survey, visit: { ...start, pageIndex, provisional }, given, query })
  return htmlResponse(request, html, { locale, csp, headers: secretive })
}

/**
 * `GET /i/{token}`: the survey for the one customer who is invited, where they left it on whatever device. Mail scanners open
 * every link and some run its scripts: opening is noted, and nothing else is kept before a person does something.
 */
export const getInvitationPage = (request: Request, { token = '' }: Record<string, string>): Promise<Response> =>
  whileAway(
    () => personalPage(request, token),
    () => noticePage(request, 'away', { headers: { ...secretive, 'retry-after': '5' } }),
  )
