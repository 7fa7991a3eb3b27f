import { randomBytes } from 'node:crypto'
import { testId } from '@/domain/response/test-id'
import { openTest, type TestedSurvey } from '@/pipeline/listen/open-test'
import { usable } from '@/widget/steps'
import { htmlResponse } from '../html-response'
import { pageOf, pageToResume, provisionalAnswers } from '../invitation/resume'
import { secretive } from '../invitation/say-invitation'
import { localeOf } from '../survey/language'
import { noticePage } from '../survey/notice-page'
import { renderSurveyPage, renderThanks } from '../survey/render-survey'
import { aroundOf, type Visit } from '../survey/visit'
import { whileAway } from '../while-away'
import { sayEnded, sayUnfinished } from './say-test'

/** As a personal link begins, with an id that nothing is kept under. A test has no kiosk: that would hold pages back for later. */
const beginTest = ({ definition, version }: TestedSurvey, request: Request, token: string, query: URLSearchParams): Visit => {
  const now = new Date()
  return {
    id: testId(now.getTime(), randomBytes(8).toString('hex')),
    version,
    locale: localeOf(definition.locales, query.get('lang'), request.headers.get('accept-language')),
    pageIndex: 0,
    revision: 0,
    startedAt: now.toISOString(),
    channel: 'email',
    context: {},
    invitationToken: token,
  }
}

const testPage = async (request: Request, token: string): Promise<Response> => {
  const query = new URL(request.url).searchParams
  query.delete('mode')
  const survey = await openTest(token, new Date())
  if (!survey) return sayEnded(request)
  if ('unfinished' in survey) return sayUnfinished(request, survey.memberLocale)
  const { definition } = survey
  const start = beginTest(survey, request, token, query)
  const given = provisionalAnswers(definition, query)
  const provisional = Object.keys(given)
  const at = { definition, answers: usable(definition, given), around: aroundOf(start) }
  const pageIndex = pageOf(at, provisional) ?? pageToResume(at)
  const { html, csp } =
    pageIndex === undefined
      ? renderThanks(survey, start, {})
      : renderSurveyPage({ survey, visit: { ...start, pageIndex, provisional }, given, query })
  return htmlResponse(request, html, { locale: start.locale, csp, headers: secretive })
}

/** `GET /t/{token}`: a survey, or its draft, as its personal link would open it, marked as a test. */
export const getTestPage = (request: Request, { token = '' }: Record<string, string>): Promise<Response> =>
  whileAway(
    () => testPage(request, token),
    () => noticePage(request, 'away', { headers: { ...secretive, 'retry-after': '5' } }),
  )
