import { numberedKey } from '../free-key'
import type { SurveyDefinition } from './definition'
import type { Fault } from './logic-faults'
import { type Question, rangeOf } from './question'

/** What an earlier version asked under a key, as far as answers to it can be joined with later ones. */
export type PublishedVersion = { number: number; definition: SurveyDefinition }

const scaleOf = (question: Question): string => {
  const range = rangeOf(question)
  if (range) return `${range.low} to ${range.high}`
  return question.kind === 'constant_sum' ? `a total of ${question.total}` : ''
}

const inWords = (question: Question): string => {
  const scale = scaleOf(question)
  return `${question.kind}${scale ? ` (${scale})` : ''}`
}

/**
 * Questions that ask something else under a key that has answers: another kind, or another scale. Their answers stand in one
 * column and would be averaged with the old ones, so they need a key of their own.
 */
export const findClashes = (definition: SurveyDefinition, published: readonly PublishedVersion[]): Fault[] => {
  const before = new Map<string, { question: Question; version: number }>()
  for (const { number, definition: old } of [...published].sort((a, b) => a.number - b.number))
    for (const page of old.pages) for (const question of page.questions) before.set(question.key, { question, version: number })
  const taken = new Set([...before.keys(), ...definition.pages.flatMap(({ questions }) => questions.map(({ key }) => key))])
  return definition.pages.flatMap(({ questions }, pageIndex) =>
    questions.flatMap((question, index): Fault[] => {
      const known = before.get(question.key)
      if (!known || inWords(known.question) === inWords(question)) return []
      const free = numberedKey(question.key, (key) => taken.has(key))
      const message = `"${question.key}" was ${inWords(known.question)} in version ${known.version} and is ${inWords(question)} here; answers to the two can’t be joined. Give it a new key, such as "${free}".`
      return [{ path: ['pages', pageIndex, 'questions', index, 'kind'], message, code: 'clash', about: free }]
    }),
  )
}
