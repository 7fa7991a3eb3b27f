import { describe, expect, it } from 'vitest'
import { adjustComparisons, compareSums } from '@/domain/analysis/compare-sums'
import { normalizeTarget, standingOf } from '@/domain/analysis/standard'
import { noSums, summarize } from '@/domain/analysis/summarize'

const boxes = (high: number, middle: number, low: number) => ({ ...noSums, n: high + middle + low, high, middle, low })
const values = (list: readonly number[]) => ({
  ...noSums,
  n: list.length,
  sum: list.reduce((sum, value) => sum + value, 0),
  sumSquares: list.reduce((sum, value) => sum + value * value, 0),
})

describe('two groups compared', () => {
  it('by shares with Newcombe’s interval: 56/70 against 48/80 is 0.0524 to 0.3339', () => {
    const compared = compareSums('csat', boxes(56, 0, 14), boxes(48, 0, 32))
    expect(compared?.difference).toBeCloseTo(0.2, 10)
    expect(compared?.low).toBeCloseTo(0.0524, 4)
    expect(compared?.high).toBeCloseTo(0.3339, 4)
    expect(compared?.isSignificant).toBe(true)
  })
  it('by means with Welch’s interval, as worked by hand', () => {
    // Means 10 and 7, variances 2.5 and 2.5 over 5: standard error 1, 8 degrees of freedom, t 2.306.
    const compared = compareSums('mean', values([8, 9, 10, 11, 12]), values([5, 6, 7, 8, 9]))
    expect(compared?.low).toBeCloseTo(3 - 2.306, 3)
    expect(compared?.high).toBeCloseTo(3 + 2.306, 3)
  })
  it('by NPS in points, from adjusted errors', () => {
    const compared = compareSums('nps', boxes(600, 200, 200), boxes(400, 200, 400))
    expect(compared?.difference).toBeCloseTo(40, 10)
    expect(compared?.isSignificant).toBe(true)
    expect(compareSums('nps', boxes(5, 3, 2), boxes(4, 3, 3))?.isSignificant).toBe(false)
  })
  it('has the p-value of its own interval', () => {
    // Adjusted: 3/13 − (−5/13) over √(0.0462 + 0.0389) is a z of 2.109; and Welch’s t of 3 with 8 degrees of freedom.
    expect(compareSums('nps', boxes(5, 3, 2), boxes(1, 3, 6))?.p).toBeCloseTo(0.03492, 4)
    expect(compareSums('mean', values([8, 9, 10, 11, 12]), values([5, 6, 7, 8, 9]))?.p).toBeCloseTo(0.01707, 5)
    expect(compareSums('csat', boxes(56, 0, 14), boxes(48, 0, 32))?.p).toBeLessThan(0.05)
  })
  it('agrees with its interval at any confidence', () => {
    for (let high = 0; high <= 20; high += 1) {
      const compared = compareSums('csat', boxes(high, 0, 20 - high), boxes(10, 0, 10))
      expect(compared?.isSignificant).toBe((compared?.p ?? 1) < 0.05)
    }
  })
  it('counts for less among many', () => {
    const one = compareSums('nps', boxes(5, 3, 2), boxes(1, 3, 6))
    const none = compareSums('nps', boxes(5, 3, 2), boxes(5, 3, 2))
    expect(adjustComparisons([one])[0]?.isSignificant).toBe(true)
    const among = adjustComparisons([none, null, one, none])
    expect(among.map((each) => each?.isSignificant)).toEqual([false, undefined, false, false])
    expect(among[2]?.p).toBeCloseTo((one?.p ?? 0) * 3, 6)
  })
  it('says nothing where a side is empty, or of means with one answer', () => {
    expect(compareSums('nps', boxes(1, 0, 0), noSums)).toBeNull()
    expect(compareSums('ces', values([5]), values([4, 5]))).toBeNull()
  })
  it('says nothing of means without any spread: two answers would prove anything', () => {
    expect(compareSums('ces', values([7, 7]), values([5, 5]))).toBeNull()
    expect(compareSums('ces', values([7, 7]), values([5, 6]))?.isSignificant).toBe(false)
  })
})

describe('a score against its standard', () => {
  it('reads a target of 80 for a share as 80 %', () => {
    expect([normalizeTarget('csat', 80), normalizeTarget('csat', 0.8), normalizeTarget('nps', 30)]).toEqual([0.8, 0.8, 30])
  })
  it('is certain only when its interval leaves the target out', () => {
    const many = summarize('csat', boxes(900, 0, 100))
    expect(standingOf('csat', many, 80, 'more')).toMatchObject({ isMet: true, isCertain: true })
    expect(standingOf('csat', many, 89, 'more')).toMatchObject({ isMet: true, isCertain: false })
    expect(standingOf('csat', many, 95, 'more')).toMatchObject({ isMet: false, isCertain: true })
  })
  it('is none without answers', () => {
    expect(standingOf('nps', summarize('nps', noSums), 30, 'more')).toBeNull()
  })
})
