import { expect, test } from 'vitest'
import { shrinkShares } from '@/domain/analysis/shrink'

test('shares of equal groups are drawn to their mean as worked by hand', () => {
  // p = 1/2, S = 0.06, Σw(1−w)/n = 1/15, Σw(1−w) = 2/3: γ = (0.06 − 0.25/15) ÷ (0.25 · 0.6) = 13/45, M = 32/13
  const { mean, strength, shares } = shrinkShares([
    { successes: 2, n: 10 },
    { successes: 8, n: 10 },
    { successes: 5, n: 10 },
  ])
  expect(mean).toBe(0.5)
  expect(strength).toBeCloseTo(32 / 13, 12)
  expect(shares[0]).toBeCloseTo(7 / 27, 12)
  expect(shares[1]).toBeCloseTo(20 / 27, 12)
  expect(shares[2]).toBeCloseTo(0.5, 12)
})

test('of groups of different sizes the small one moves further', () => {
  // w = 0.1, 0.9 · p = 0.55: S = 0.1·0.45² + 0.9·0.05² = 0.0225; Σw(1−w)/n = 1/100 · (0.9 + 0.1) = 0.01; Σw(1−w) = 0.18
  // γ = (0.0225 − 0.2475·0.01) ÷ (0.2475·0.17) = 0.020025 ÷ 0.042075
  const { strength, shares } = shrinkShares([
    { successes: 10, n: 10 },
    { successes: 45, n: 90 },
  ])
  const gamma = 0.020025 / 0.042075
  expect(strength).toBeCloseTo((1 - gamma) / gamma, 9)
  expect(shares[0]).toBeCloseTo((10 + strength * 0.55) / (10 + strength), 12)
  expect(1 - (shares[0] ?? 0)).toBeGreaterThan(Math.abs(0.5 - (shares[1] ?? 0)))
})

test('groups that differ by no more than chance are all alike', () => {
  const { strength, shares } = shrinkShares([
    { successes: 5, n: 10 },
    { successes: 6, n: 10 },
    { successes: 4, n: 10 },
  ])
  expect(strength).toBe(Number.POSITIVE_INFINITY)
  expect(shares).toEqual([0.5, 0.5, 0.5])
})

test('groups that share nothing are left as they are', () => {
  expect(
    shrinkShares([
      { successes: 0, n: 50 },
      { successes: 50, n: 50 },
    ]).shares,
  ).toEqual([0, 1])
})

test.each([
  ['nothing', [], []],
  ['one group', [{ successes: 3, n: 4 }], [0.75]],
  [
    'all the same answer',
    [
      { successes: 4, n: 4 },
      { successes: 9, n: 9 },
    ],
    [1, 1],
  ],
  [
    'a group of none',
    [
      { successes: 0, n: 0 },
      { successes: 1, n: 2 },
    ],
    [0.5, 0.5],
  ],
])('of %s it says what there is to say', (_, groups, shares) => {
  expect(shrinkShares(groups).shares).toEqual(shares)
})
