import type { Facts } from '../condition/condition'
import { evaluate } from '../condition/evaluate'
import type { Answers, AnswerValue, Page, Question, SurveyDefinition, Thanks } from './definition'

/** What survey logic may ask about beside the answers: what is known of the submission itself. */
export type Surroundings = {
  locale?: string | undefined
  channel?: string | undefined
  source?: string | undefined
  context?: Readonly<Record<string, unknown>> | undefined
}

/** Choices are asked about by key; a free "other" answers as its text. */
export const factOf = (answer: AnswerValue | undefined): unknown => {
  if (Array.isArray(answer)) return answer.map((choice) => (typeof choice === 'object' ? choice.other : choice))
  if (typeof answer === 'object') return (answer as { other: string }).other
  return answer
}

/** Never what every object inherits: `context.constructor` isn't there because objects have one. */
export const ownOf = (record: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(record, name) ? record[name] : undefined

const factsOf =
  (answers: Answers, around: Surroundings): Facts =>
  (field) => {
    if (field.startsWith('answer.')) return factOf(ownOf(answers, field.slice(7)) as AnswerValue | undefined)
    if (field.startsWith('context.')) return ownOf(around.context ?? {}, field.slice(8))
    if (field === 'response.locale') return around.locale
    if (field === 'response.channel') return around.channel
    if (field === 'response.source') return around.source
    return undefined
  }

export type VisiblePage = { index: number; page: Page; questions: Question[] }

export type Visible = { pages: VisiblePage[]; answers: Answers }

/**
 * What a customer who gave these answers sees, page by page. Walks forward: an answer to a question that is itself
 * hidden is dropped before anything later asks for it, so hidden answers never decide what else is shown.
 */
export const findVisible = (definition: SurveyDefinition, given: Answers, around: Surroundings = {}): Visible => {
  const answers: Record<string, AnswerValue> = {}
  const facts = factsOf(answers, around)
  const pages: VisiblePage[] = []
  definition.pages.forEach((page, index) => {
    if (page.showIf && !evaluate(page.showIf, facts)) return
    const questions: Question[] = []
    for (const question of page.questions) {
      if (question.showIf && !evaluate(question.showIf, facts)) continue
      questions.push(question)
      const answer = given[question.key]
      if (answer !== undefined) answers[question.key] = answer
    }
    if (questions.length > 0) pages.push({ index, page, questions })
  })
  return { pages, answers }
}

/** The thanks for these answers: the first whose condition holds. */
export const chooseThanks = (definition: SurveyDefinition, answers: Answers, around: Surroundings = {}): Thanks | undefined =>
  definition.thanks.find((thanks) => thanks.when === undefined || evaluate(thanks.when, factsOf(answers, around)))
