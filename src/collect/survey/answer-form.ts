import type { Outcome } from '@/domain/survey/definition'
import type { PublishedRow } from '@/pipeline/listen/get-survey'
import type { Sender } from '@/pipeline/listen/judge-arrival'
import type { TestMark } from '@/pipeline/listen/open-test'
import { readAnswers } from '@/widget/fields'
import { usable } from '@/widget/steps'
import { wordsFor } from '@/widget/words/all'
import type { RefusedFile } from '../form/read-form'
import { htmlResponse } from '../html-response'
import { noticePage } from './notice-page'
import { renderSurveyPage, renderThanks } from './render-survey'
import { saveVisit, type Unsaved } from './save-visit'
import { type Move, takeStep } from './take-step'
import { aroundOf, type Visit } from './visit'

export const retrySeconds = 3

/** What the customer pressed, and the language they asked for with it. */
export const moveOf = (form: URLSearchParams): { move: Move; locale?: string } => {
  const go = form.get('_go') ?? ''
  if (go === 'back') return { move: 'back' }
  return go.startsWith('lang:') ? { move: 'stay', locale: go.slice(5) } : { move: 'next' }
}

type Asked = {
  survey: PublishedRow & { test?: TestMark }
  form: URLSearchParams
  /** files that the form brought and that weren't kept */
  refused: readonly RefusedFile[]
  visit: Visit
  isLimited: boolean
  sender: Sender
  /** the page for what can't be saved any more */
  refuse: (why: Exclude<Unsaved, 'unavailable'>) => Promise<Response>
  headers?: Record<string, string>
}

/** Answers without those that a link brought and nobody has confirmed: only the button that goes on confirms them. */
const confirmed = <T>(answers: Readonly<Record<string, T>>, { provisional = [] }: Visit): Record<string, T> =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => !provisional.includes(key)))

/** Saves a page's answers and answers with the next page, the same one with its faults, or the thanks. */
export const answerForm = async (request: Request, asked: Asked): Promise<Response> => {
  const { survey, form, refused, isLimited, sender, refuse, headers = {} } = asked
  const { definition } = survey
  const given = readAnswers(definition, (name) => form.getAll(name))
  const { move } = moveOf(form)
  const visit = move === 'next' ? { ...asked.visit, provisional: undefined } : asked.visit
  const answers = confirmed(usable(definition, given), visit)
  const page = (shown: Parameters<typeof renderSurveyPage>[0], status = 200, more: Record<string, string> = {}) => {
    const { html, csp } = renderSurveyPage(shown)
    return htmlResponse(request, html, { status, csp, locale: visit.locale, headers: { ...headers, ...more } })
  }
  const stepOf = (taken: Move) =>
    takeStep({ definition, given, around: aroundOf(visit), pageIndex: visit.pageIndex, shown: visit.shown, move: taken })
  // The same page again with everything on it: pressing the button once more is all it takes.
  const again = (name: 'busy' | 'unavailable') => {
    const here = stepOf('stay')
    const { title, text } = wordsFor(visit.locale).notices[name]
    const wait = { ...headers, 'retry-after': String(retrySeconds) }
    if (here.kind === 'complete') return noticePage(request, name, { definition, asked: visit.locale, headers: wait })
    const shown = { survey, visit: { ...visit, pageIndex: here.pageIndex }, given, notice: `${title}. ${text}` }
    return page(shown, name === 'busy' ? 429 : 503, wait)
  }
  if (isLimited) return again('busy')
  const here = refused.length > 0 ? stepOf('stay') : undefined
  if (here?.kind === 'show') {
    const texts = wordsFor(visit.locale).kinds.file
    const notice = refused.map(({ fileName, fault }) => `${fileName}: ${texts[fault]}`).join(' ')
    return page({ survey, visit: { ...visit, pageIndex: here.pageIndex }, given, notice }, 422)
  }
  const step = stepOf(move)
  const completed = step.kind === 'complete'
  const next = completed ? undefined : step.pageIndex
  let saved: { revision: number; outcome?: Outcome | undefined } = visit
  if (completed || Object.keys(answers).length > 0) {
    const result = await saveVisit({ survey, visit, answers, completed, page: next, sender })
    if (result === 'unavailable') return again('unavailable')
    if (typeof result === 'string') return refuse(result)
    saved = result
  }
  if (step.kind === 'complete' || saved.outcome) {
    const { html, csp } = renderThanks(survey, visit, answers, { outcome: saved.outcome })
    return htmlResponse(request, html, { csp, locale: visit.locale, headers })
  }
  const isWrong = Object.keys(step.faults).length > 0
  return page(
    { survey, visit: { ...visit, revision: saved.revision, pageIndex: step.pageIndex }, given, faults: step.faults },
    isWrong ? 422 : 200,
  )
}
