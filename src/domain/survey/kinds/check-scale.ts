import { type RatingQuestion, rangeOf, type ScaleQuestion, type SliderQuestion } from '../question'
import type { AnswerCheck, AnswerFault } from './answer-check'

export const checkWithin = (answer: unknown, { low, high }: { low: number; high: number }): AnswerFault | undefined => {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return { code: 'wrong_type', wanted: 'number' }
  return answer >= low && answer <= high ? undefined : { code: 'out_of_range', low, high }
}

/** Whether a number lies on a grid, as far as decimal fractions allow to say. */
export const isOnStep = (value: number, step: number): boolean => {
  const steps = value / step
  return Math.abs(steps - Math.round(steps)) < 1e-6
}

/** The whole numbers of a scale. */
export const scaleCheck: AnswerCheck<ScaleQuestion | RatingQuestion> = {
  fits: (question, answer) => {
    const range = rangeOf(question) ?? { low: 0, high: 10 }
    const fault = checkWithin(answer, range)
    return fault ?? (Number.isInteger(answer) ? undefined : { code: 'out_of_range', ...range })
  },
}

export const sliderCheck: AnswerCheck<SliderQuestion> = {
  fits: ({ low, high, step }, answer) =>
    checkWithin(answer, { low, high }) ?? (isOnStep((answer as number) - low, step) ? undefined : { code: 'off_step', step }),
}
