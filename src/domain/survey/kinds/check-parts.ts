import { type AnswerValue, isRecord } from '../answer'
import { type ConstantSumQuestion, type GapQuestion, gapParts, gapRange, type MatrixQuestion } from '../question'
import type { AnswerCheck, AnswerFault } from './answer-check'
import { checkWithin } from './check-scale'

/** An answer that names parts: each must be one that the question has, and fit. */
const checkParts = (
  answer: unknown,
  parts: readonly string[],
  check: (value: unknown) => AnswerFault | undefined,
): AnswerFault | undefined => {
  if (!isRecord(answer)) return { code: 'wrong_type', wanted: 'parts' }
  for (const [part, value] of Object.entries(answer)) {
    const fault = parts.includes(part) ? check(value) : { code: 'unknown_part' as const, part: part.slice(0, 100) }
    if (fault) return fault
  }
  return undefined
}

const missingOf = (answer: AnswerValue, parts: readonly string[]): AnswerFault | undefined => {
  const missing = parts.filter((part) => !Object.hasOwn(answer as object, part))
  return missing.length > 0 ? { code: 'incomplete', missing } : undefined
}

const keysOf = (options: readonly { key: string }[]): string[] => options.map(({ key }) => key)

/** Rows may stay open unless the question is required. */
export const matrixCheck: AnswerCheck<MatrixQuestion> = {
  fits: ({ rows, columns }, answer) =>
    checkParts(answer, keysOf(rows), (value) => {
      if (typeof value !== 'string') return { code: 'wrong_type', wanted: 'choice' }
      return keysOf(columns).includes(value) ? undefined : { code: 'unknown_option', option: value.slice(0, 100) }
    }),
  isWhole: ({ rows, required }, answer) => (required ? missingOf(answer, keysOf(rows)) : undefined),
}

/** What isn't named counts as 0. */
export const sumCheck: AnswerCheck<ConstantSumQuestion> = {
  fits: ({ options, total }, answer) =>
    checkParts(answer, keysOf(options), (value) => {
      const fault = checkWithin(value, { low: 0, high: total })
      return fault ?? (Number.isInteger(value) ? undefined : { code: 'off_step', step: 1 })
    }),
  isWhole: ({ total }, answer) => {
    const sum = Object.values(answer as Record<string, number>).reduce((all, part) => all + part, 0)
    return sum === total ? undefined : { code: 'wrong_sum', total, sum }
  },
}

/** Half a gap says nothing: once one part is given, all three are needed. */
export const gapCheck: AnswerCheck<GapQuestion> = {
  fits: (_, answer) =>
    checkParts(answer, gapParts, (value) => {
      const fault = checkWithin(value, gapRange)
      return fault ?? (Number.isInteger(value) ? undefined : { code: 'out_of_range', ...gapRange })
    }),
  isWhole: (_, answer) => missingOf(answer, gapParts),
}
