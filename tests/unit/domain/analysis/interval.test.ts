import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adjustedNps, meanInterval, npsInterval, wilson } from '@/domain/analysis/interval'
import { addSums, definitionOf, noSums, summarize } from '@/domain/analysis/summarize'

describe('Wilson', () => {
  test.each([
    // Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d → %f … %f', (successes, n, low, high) => {
    const interval = wilson(successes, n)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })
})

describe('NPS', () => {
  test('1 detractor, 2 passives, 3 promoters: 1/3 raw, adjusted for the interval', () => {
    const { value, low, high } = npsInterval(3, 1, 6)
    expect(value).toBeCloseTo(1 / 3, 10)
    const { estimate, standardError } = adjustedNps(3, 1, 6)
    expect(estimate).toBeCloseTo(2 / 9, 10)
    expect(standardError).toBeCloseTo(Math.sqrt((3.75 / 9 + 1.75 / 9 - (2 / 9) ** 2) / 9), 10)
    expect(low).toBeCloseTo(estimate - 1.959964 * standardError, 5)
    expect(high).toBeCloseTo(estimate + 1.959964 * standardError, 5)
  })

  test('the interval holds the estimate and stays in range, whatever the counts', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(500), (promoters, passives, detractors) => {
        const n = promoters + passives + detractors
        fc.pre(n > 0)
        const { value, low, high } = npsInterval(promoters, detractors, n)
        expect(low).toBeGreaterThanOrEqual(-1)
        expect(high).toBeLessThanOrEqual(1)
        expect(low <= value && value <= high).toBe(true)
      }),
    )
  })
})

test('a mean’s t interval agrees with a table: n 10, mean 5, s 2 → ±1.4307', () => {
  const [n, mean, s] = [10, 5, 2]
  const { value, low, high } = meanInterval(n, n * mean, (n - 1) * s * s + n * mean * mean)
  expect(value).toBe(5)
  // t(0.975, 9) = 2.262157
  expect(high).toBeCloseTo(5 + (2.262157 * 2) / Math.sqrt(10), 5)
  expect(low).toBeCloseTo(5 - (2.262157 * 2) / Math.sqrt(10), 5)
})

describe('degenerate groups', () => {
  test.each(['nps', 'csat', 'ces', 'sentiment', 'mean'] as const)('nothing on %s says nothing', (kind) => {
    expect(summarize(kind, noSums)).toMatchObject({ n: 0, value: null, low: null, high: null })
    expect(definitionOf[kind]).toMatch(/interval/)
  })

  test('one answer has a mean without bounds, equal answers have no width', () => {
    expect(meanInterval(1, 4, 16)).toEqual({ value: 4, low: null, high: null })
    expect(meanInterval(3, 12, 48)).toEqual({ value: 4, low: 4, high: 4 })
  })
})

test('summaries are in the metric’s unit, with counts by name', () => {
  const sums = { n: 6, low: 1, middle: 2, high: 3, sum: 30, sumSquares: 160 }
  expect(summarize('nps', sums).value).toBeCloseTo(33.3333, 3)
  expect(summarize('nps', sums).counts).toEqual({ promoter: 3, passive: 2, detractor: 1 })
  expect(summarize('csat', sums)).toMatchObject({ value: 0.5, counts: { satisfied: 3, neutral: 2, dissatisfied: 1 } })
  expect(summarize('ces', sums).value).toBe(5)
  expect(summarize('mean', sums).counts).toEqual({})
  expect(addSums(sums, sums)).toMatchObject({ n: 12, low: 2, sum: 60 })
})
