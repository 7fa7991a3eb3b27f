import type { Facts } from '../condition/condition'
import { type Answers, type AnswerValue, isOther, isRecord } from './answer'

/** What survey logic may ask about beside the answers: what is known of the submission itself. */
export type Surroundings = {
  /** of the response: what shuffles */
  id?: string | undefined
  locale?: string | undefined
  channel?: string | undefined
  source?: string | undefined
  context?: Readonly<Record<string, unknown>> | undefined
}

/** Choices are asked about by key; a free "other" answers as its text. */
export const factOf = (answer: AnswerValue | undefined): unknown => {
  if (Array.isArray(answer)) return answer.map((choice) => (isOther(choice) ? choice.other : choice))
  return isOther(answer) ? answer.other : answer
}

/** Never what every object inherits: `context.constructor` isn't there because objects have one. */
export const ownOf = (record: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(record, name) ? record[name] : undefined

/** `KEY`, or `KEY.part` of an answer in parts: `gap.experience`, `matrix.row`. */
export const answerFact = (answers: Answers, name: string): unknown => {
  const dot = name.indexOf('.')
  if (dot < 0) return factOf(ownOf(answers, name) as AnswerValue | undefined)
  const answer = ownOf(answers, name.slice(0, dot))
  return isRecord(answer) && !isOther(answer) ? ownOf(answer, name.slice(dot + 1)) : undefined
}

export const factsOf =
  (answers: Answers, around: Surroundings): Facts =>
  (field) => {
    if (field.startsWith('answer.')) return answerFact(answers, field.slice(7))
    if (field.startsWith('context.')) return ownOf(around.context ?? {}, field.slice(8))
    if (field === 'response.locale') return around.locale
    if (field === 'response.channel') return around.channel
    if (field === 'response.source') return around.source
    return undefined
  }
