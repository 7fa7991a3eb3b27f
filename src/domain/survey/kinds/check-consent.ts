import type { ConsentQuestion } from '../question'
import type { AnswerCheck } from './answer-check'

export const consentCheck: AnswerCheck<ConsentQuestion> = {
  fits: (_, answer) => (typeof answer === 'boolean' ? undefined : { code: 'wrong_type', wanted: 'yes_no' }),
  isWhole: ({ required }, answer) => (required && answer === false ? { code: 'required' } : undefined),
}
