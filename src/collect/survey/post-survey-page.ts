import { isFailure } from '@/domain/errors'
import { chooseLocale } from '@/domain/localized'
import { parse } from '@/domain/parse'
import { submissionSchema } from '@/domain/response/submission'
import type { Answers } from '@/domain/survey/definition'
import { log } from '@/observe/logger'
import { acceptResponse, isOverload } from '@/pipeline/listen/accept-response'
import { getPublishedSurvey, getSurveyVersion, type PublishedRow } from '@/pipeline/listen/get-survey'
import { readAnswers } from '@/widget/fields'
import { usable } from '@/widget/steps'
import { wordsFor } from '@/widget/words/all'
import { htmlResponse } from '../html-response'
import { takeSubmission } from '../limits'
import { readForm } from '../read-form'
import { isSameOrigin } from '../same-origin'
import { whileAway } from '../while-away'
import { noticePage } from './notice-page'
import { renderSurveyPage, renderThanks } from './render-survey'
import { type Move, takeStep } from './take-step'
import { aroundOf, readVisit, type Visit } from './visit'

const retrySeconds = 3

/** Saves what the form carries, under the next revision. `revision` is that of the stored response afterwards. */
const save = async (survey: PublishedRow, visit: Visit, answers: Answers, completed: boolean) => {
  const submission = parse(submissionSchema, {
    survey: survey.slug,
    version: visit.version,
    revision: visit.revision + 1,
    answers,
    completed,
    locale: visit.locale,
    startedAt: visit.startedAt,
    context: visit.context,
    ...(visit.channel ? { channel: visit.channel } : {}),
    ...(visit.source ? { source: visit.source } : {}),
  })
  if ('errors' in submission) return 'broken' as const
  try {
    // The page's origin was checked; the survey's own list is about other people's pages.
    let accepted = await acceptResponse(visit.id, submission.value, new Date())
    // Sent from a page that the browser's Back brought up again: its revision is behind, but what it says is the newest. A completed
    // response is left alone: there it's the same form sent twice.
    if (!isFailure(accepted) && !accepted.isKept && accepted.status !== 'completed')
      accepted = await acceptResponse(visit.id, { ...submission.value, revision: accepted.revision + 1 }, new Date())
    if (!isFailure(accepted)) return { revision: accepted.revision, isFull: accepted.reason === 'quota_full' }
    return accepted.error === 'survey_closed' ? ('closed' as const) : ('broken' as const)
  } catch (err) {
    if (!isOverload(err)) throw err
    log().warn({ err }, 'a survey page was not saved')
    return 'unavailable' as const
  }
}

const moveOf = (form: URLSearchParams): { move: Move; locale?: string } => {
  const go = form.get('_go') ?? ''
  if (go === 'back') return { move: 'back' }
  return go.startsWith('lang:') ? { move: 'stay', locale: go.slice(5) } : { move: 'next' }
}

type Asked = { survey: PublishedRow; form: URLSearchParams; visit: Visit; isLimited: boolean }

const answerForm = async (request: Request, { survey, form, visit, isLimited }: Asked): Promise<Response> => {
  const { definition } = survey
  const given = readAnswers(definition, (name) => form.getAll(name))
  const answers = usable(definition, given)
  const { move } = moveOf(form)
  const page = (shown: Parameters<typeof renderSurveyPage>[0], status = 200, headers?: Record<string, string>) => {
    const { html, csp } = renderSurveyPage(shown)
    return htmlResponse(request, html, { status, csp, locale: visit.locale, ...(headers ? { headers } : {}) })
  }
  // The same page again with everything on it: pressing the button once more is all it takes.
  const again = (name: 'busy' | 'unavailable') => {
    const here = takeStep({
      definition,
      given,
      around: aroundOf(visit),
      pageIndex: visit.pageIndex,
      shown: visit.shown,
      move: 'stay',
    })
    const { title, text } = wordsFor(visit.locale).notices[name]
    const headers = { 'retry-after': String(retrySeconds) }
    if (here.kind === 'complete') return noticePage(request, name, { definition, asked: visit.locale, headers })
    const shown = { survey, visit: { ...visit, pageIndex: here.pageIndex }, given, notice: `${title}. ${text}` }
    return page(shown, name === 'busy' ? 429 : 503, headers)
  }
  if (isLimited) return again('busy')
  const step = takeStep({ definition, given, around: aroundOf(visit), pageIndex: visit.pageIndex, shown: visit.shown, move })
  const isComplete = step.kind === 'complete'
  let { revision } = visit
  let isFull = false
  if (isComplete || Object.keys(answers).length > 0) {
    const saved = await save(survey, visit, answers, isComplete)
    if (saved === 'unavailable') return again('unavailable')
    if (typeof saved === 'string') return noticePage(request, saved, { definition, asked: visit.locale })
    revision = saved.revision
    isFull = saved.isFull
  }
  if (step.kind === 'complete') {
    const { html, csp } = renderThanks(survey, visit, answers, isFull ? 'quota_full' : undefined)
    return htmlResponse(request, html, { csp, locale: visit.locale })
  }
  const isWrong = Object.keys(step.faults).length > 0
  return page(
    { survey, visit: { ...visit, revision, pageIndex: step.pageIndex }, given, faults: step.faults },
    isWrong ? 422 : 200,
  )
}

const nextPage = async (request: Request, params: Record<string, string>, peer: { address: string }): Promise<Response> => {
  const limited = await takeSubmission(peer.address)
  const read = await readForm(request)
  if (read instanceof Response) return read
  const { form } = read
  const posted = readVisit(form)
  const asked = moveOf(form).locale ?? posted?.locale ?? null
  const current = await getPublishedSurvey(params.survey ?? '')
  if (!current) return noticePage(request, 'notFound', { asked })
  const about = { definition: current.definition, asked }
  if (!isSameOrigin(request.headers)) return noticePage(request, 'foreign', about)
  if (current.isClosed) return noticePage(request, 'closed', about)
  const survey = posted && (await getSurveyVersion(current, posted.version))
  if (!survey) return noticePage(request, 'broken', about)
  const visit = { ...posted, locale: chooseLocale(survey.definition.locales, asked ? [asked] : []) }
  return answerForm(request, { survey, form, visit, isLimited: limited !== undefined })
}

/** `POST /s/{survey}`: saves a page's answers and answers with the next page, the same one with its faults, or the thanks. */
export const postSurveyPage: (request: Request, params: Record<string, string>, peer: { address: string }) => Promise<Response> =
  (request, params, peer) =>
    whileAway(
      () => nextPage(request, params, peer),
      () => noticePage(request, 'away', { headers: { 'retry-after': String(retrySeconds) } }),
    )
