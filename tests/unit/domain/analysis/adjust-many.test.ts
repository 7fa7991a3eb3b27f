import { expect, test } from 'vitest'
import { adjustMany } from '@/domain/analysis/adjust-many'

test('the fifteen p-values of Benjamini and Hochberg’s own example: four are found at 5 %', () => {
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ]
  const adjusted = adjustMany(published)
  expect(adjusted.filter((q) => q <= 0.05)).toHaveLength(4)
  expect(adjusted[0]).toBeCloseTo(0.0015, 10)
  expect(adjusted[3]).toBeCloseTo((0.0095 * 15) / 4, 10)
  expect(adjusted.at(-1)).toBe(1)
})

test('the order given is kept, and a worse p-value never gets a better adjusted one', () => {
  expect(adjustMany([0.04, 0.01, 0.03]).map((q) => Math.round(q * 1000))).toEqual([40, 30, 40])
  expect(adjustMany([])).toEqual([])
})

test.each([Number.NaN, -0.1, 1.1])('%s is no p-value', (p) => {
  expect(() => adjustMany([0.5, p])).toThrow(RangeError)
})
