import { type Answers, type AnswerValue, questionsOf, type SurveyDefinition } from '../survey/definition'

/** Kinds whose answers are written by hand, or say who somebody is. */
const written: ReadonlySet<string> = new Set(['text', 'contact'])

/** What stands beside a choice as "other" is told as chosen, without what was written. */
const bare = (value: AnswerValue | undefined): unknown => {
  if (Array.isArray(value)) return value.map((one) => bare(one as AnswerValue))
  return typeof value === 'object' && value !== null && 'other' in value ? { other: '' } : value
}

/** Answers without what the customer wrote: texts and contact details are left out. A question that the definition doesn't know is too. */
export const answersWithoutWords = (answers: Answers, definition: Pick<SurveyDefinition, 'pages'>): Record<string, unknown> =>
  Object.fromEntries(
    questionsOf(definition).flatMap(({ key, kind }) =>
      key in answers && !written.has(kind) ? [[key, bare(answers[key])] as const] : [],
    ),
  )

/** A case's event without what somebody wrote, members (who quote customers) or a customer. */
export const eventWithoutWords = <T extends object>(event: T): Omit<T, 'text' | 'subject'> => {
  const { text: _, subject: __, ...rest } = event as T & { text?: unknown; subject?: unknown }
  return rest
}
