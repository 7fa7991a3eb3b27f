import { maxLengthOf, type TextQuestion } from '../question'
import type { AnswerCheck } from './answer-check'

export const textCheck: AnswerCheck<TextQuestion> = {
  fits: (question, answer) => {
    if (typeof answer !== 'string') return { code: 'wrong_type', wanted: 'text' }
    const maximum = maxLengthOf(question)
    return answer.length > maximum ? { code: 'too_long', maximum } : undefined
  },
  isWhole: ({ minLength = 0 }, answer) =>
    (answer as string).trim().length < minLength ? { code: 'too_short', minimum: minLength } : undefined,
}
