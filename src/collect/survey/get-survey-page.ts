import { findVisible } from '@/domain/survey/visibility'
import { getPublishedSurvey } from '@/pipeline/listen/get-survey'
import { htmlResponse } from '../html-response'
import { whileAway } from '../while-away'
import { localeOf } from './language'
import { noticePage } from './notice-page'
import { renderSurveyPage, renderThanks } from './render-survey'
import { aroundOf, beginVisit } from './visit'

const firstPage = async (request: Request, params: Record<string, string>): Promise<Response> => {
  const query = new URL(request.url).searchParams
  const asked = query.get('lang')
  const survey = await getPublishedSurvey(params.survey ?? '')
  if (!survey) return noticePage(request, 'notFound', { asked })
  const { definition, version } = survey
  if (survey.isClosed) return noticePage(request, 'closed', { definition, asked })
  const locale = localeOf(definition.locales, asked, request.headers.get('accept-language'))
  const start = beginVisit({ query, version, locale, now: new Date(), pageIndex: 0, hiddenFields: definition.hiddenFields })
  const first = findVisible(definition, {}, aroundOf(start)).pages[0]
  const { html, csp } = first
    ? renderSurveyPage({ survey, visit: { ...start, pageIndex: first.index }, given: {}, query })
    : renderThanks(survey, start, {})
  // A browser that comes back to this page shows the one it had, with the same id: going back makes no second response.
  return htmlResponse(request, html, { locale, csp, headers: { 'cache-control': 'private, no-cache' } })
}

/** `GET /s/{survey}`: the first page, ready to be answered. Nothing is saved before the customer answers. */
export const getSurveyPage = (request: Request, params: Record<string, string>): Promise<Response> =>
  whileAway(
    () => firstPage(request, params),
    () => noticePage(request, 'away', { headers: { 'retry-after': '5' } }),
  )
