import type { RankingQuestion } from '../question'
import type { AnswerCheck } from './answer-check'

/** How many options are to be ranked. */
export const wantedOf = ({ top, options }: RankingQuestion): number => Math.min(top ?? options.length, options.length)

export const rankingCheck: AnswerCheck<RankingQuestion> = {
  fits: (question, answer) => {
    if (!Array.isArray(answer)) return { code: 'wrong_type', wanted: 'choices' }
    const maximum = wantedOf(question)
    if (answer.length > maximum) return { code: 'too_many', maximum }
    const keys = new Set(question.options.map(({ key }) => key))
    const seen = new Set<unknown>()
    for (const key of answer) {
      if (typeof key !== 'string') return { code: 'wrong_type', wanted: 'choices' }
      if (!keys.has(key)) return { code: 'unknown_option', option: key.slice(0, 100) }
      if (seen.has(key)) return { code: 'twice', option: key }
      seen.add(key)
    }
    return undefined
  },
  isWhole: (question, answer) => {
    const minimum = wantedOf(question)
    return Array.isArray(answer) && answer.length < minimum ? { code: 'too_few', minimum } : undefined
  },
}
