import { expect, test } from 'vitest'
import { ewmaChart } from '@/domain/analysis/ewma-chart'

test('the example of NIST’s handbook, 6.3.2.4', () => {
  const observed = [52, 47, 53, 49.3, 50.1, 47, 51, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
  const points = ewmaChart(observed, { target: 50, sigma: 2.0539 })
  expect(points.map(({ value }) => Math.round(value * 100) / 100)).toEqual([
    50.6, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33, 50.11, 49.36, 49.52, 50.05, 49.38, 49.92, 50.73, 51.23,
    51.94, 51.99,
  ])
  expect(points.at(-1)?.high).toBeCloseTo(52.5884, 3)
  expect(points.at(-1)?.low).toBeCloseTo(47.4115, 3)
  expect(points.some(({ isOut }) => isOut)).toBe(false)
})

test('limits start narrow: a shift right at the start is seen', () => {
  const [first] = ewmaChart([3.5], { target: 0, sigma: 1 })
  expect(first?.high).toBeCloseTo(0.9, 10)
  expect(first?.isOut).toBe(true)
})
