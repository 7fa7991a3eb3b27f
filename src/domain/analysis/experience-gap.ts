import { meanInterval } from './interval'

/**
 * What was answered to one gap question: how many answered all three parts, their means (1 … 10), and the sums of
 * satisfaction (experience − expectation) for its interval.
 */
export type GapSums = {
  question: string
  n: number
  experience: number
  expectation: number
  importance: number
  satisfactionSum: number
  satisfactionSumSquares: number
}

export type Gap = {
  question: string
  n: number
  experience: number
  expectation: number
  importance: number
  /** experience − expectation; what was asked for is missing where it is under zero */
  satisfaction: { value: number; low: number | null; high: number | null }
  /** importance × satisfaction: where it hurts most */
  weighted: number
  /** the dimension to begin with: the lowest weighted one under zero */
  isKey: boolean
  ideal: number
  /** experience − ideal */
  toIdeal: number
}

const top = 10

const round = (value: number): number => Number(value.toFixed(6))

/**
 * The experience gap's steps one to four, the worst weighted dimension first. The ideal, unless given by question, is the top
 * of the scale for the key experience and today's experience for the rest: means are limited and go where they count.
 * Questions without answers are left out.
 */
export const experienceGaps = (sums: readonly GapSums[], ideals: Readonly<Record<string, number>> = {}): Gap[] => {
  const ordered = sums
    .filter(({ n }) => n > 0)
    .map((one) => {
      const satisfaction = meanInterval(one.n, one.satisfactionSum, one.satisfactionSumSquares)
      return { ...one, satisfaction, weighted: round(one.importance * satisfaction.value) }
    })
    .sort((a, b) => a.weighted - b.weighted || (a.question < b.question ? -1 : 1))
  return ordered.map(({ satisfactionSum: _s, satisfactionSumSquares: _q, ...one }, at) => {
    const isKey = at === 0 && one.weighted < 0
    const ideal = ideals[one.question] ?? (isKey ? top : one.experience)
    return { ...one, isKey, ideal, toIdeal: round(one.experience - ideal) }
  })
}
