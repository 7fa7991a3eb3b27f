import { describe, expect, test } from 'vitest'
import { adjustMany } from '@/domain/analysis/adjust-many'
import { compareSums } from '@/domain/analysis/compare-sums'
import { meanInterval, wilson } from '@/domain/analysis/interval'
import { noSums, type Sums, summarize } from '@/domain/analysis/summarize'
import table from './agrees-with-r.json' with { type: 'json' }

/** Made by agrees-with-r.R with R 4.2.2; each case's name is the expression that R was asked. */
type Case = { kind: string; ask: string; input: unknown; value: number[] }

const boxes = (high = 0, middle = 0, low = 0): Sums => ({ ...noSums, n: high + middle + low, high, middle, low })
const share = (high = 0, n = 0): Sums => boxes(high, 0, n - high)
const values = (list: readonly number[]): Sums => ({
  ...noSums,
  n: list.length,
  sum: list.reduce((sum, value) => sum + value, 0),
  sumSquares: list.reduce((sum, value) => sum + value * value, 0),
})
const compared = (...asked: Parameters<typeof compareSums>): number[] => {
  const comparison = compareSums(...asked)
  return comparison ? [comparison.low, comparison.high, comparison.p] : []
}

const ours: Record<string, (input: never) => (number | null)[]> = {
  share: ([successes, n]: [number, number]) => {
    const { low, high } = wilson(successes, n)
    return [low, high]
  },
  mean: (list: number[]) => {
    const { n, sum, sumSquares } = values(list)
    const { low, high } = meanInterval(n, sum, sumSquares)
    return [low, high]
  },
  shares: ([a, n, b, m]: number[]) => compared('csat', share(a, n), share(b, m)),
  means: ([now, before]: [number[], number[]]) => compared('mean', values(now), values(before)),
  nps: (counts: number[]) => {
    const { value, low, high } = summarize('nps', boxes(...counts))
    return [value, low, high]
  },
  npsTest: (counts: number[]) => compared('nps', boxes(...counts.slice(0, 3)), boxes(...counts.slice(3))).slice(2),
  adjusted: (list: number[]) => adjustMany(list),
}

describe('every number is what R says, to four digits', () => {
  test.each(table as Case[])('$ask', ({ kind, input, value }) => {
    const got = ours[kind]?.(input as never)
    expect(got).toHaveLength(value.length)
    for (const [at, expected] of value.entries()) {
      const digits = 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(expected) || 1)) - 3)
      expect(Math.abs((got?.[at] ?? Number.NaN) - expected)).toBeLessThanOrEqual(digits)
    }
  })

  test('and more than thirty cases are held', () => expect(table.length).toBeGreaterThan(36))
})
