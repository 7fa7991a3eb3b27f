import type { NumberQuestion } from '../question'
import type { AnswerCheck } from './answer-check'
import { isOnStep } from './check-scale'

/** Beyond this a double no longer tells neighbouring numbers with decimals apart. */
const largest = 1e12

export const numberCheck: AnswerCheck<NumberQuestion> = {
  fits: ({ minimum = -largest, maximum = largest, decimals = 0 }, answer) => {
    if (typeof answer !== 'number' || !Number.isFinite(answer)) return { code: 'wrong_type', wanted: 'number' }
    if (answer < minimum) return { code: 'too_small', minimum }
    if (answer > maximum) return { code: 'too_large', maximum }
    const step = 10 ** -decimals
    return isOnStep(answer, step) ? undefined : { code: 'off_step', step }
  },
}
