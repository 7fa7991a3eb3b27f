import { describe, expect, it } from 'vitest'
import { sparkPaths } from '@/components/charts/spark-path'
import { plotPoints, valueScale } from '@/components/charts/trend-data'

const point = (value: number | null, half = 1) => ({
  value,
  low: value === null ? null : value - half,
  high: value === null ? null : value + half,
})
const trend = (start: string, value: number | null, half: number) => ({ start, n: value === null ? 0 : 9, ...point(value, half) })

describe('a spark line', () => {
  it('breaks where a bucket has no answers', () => {
    expect(sparkPaths([point(1), point(2), point(null), point(3), point(2)], 100, 40).line.match(/M/g)).toHaveLength(2)
  })
  it('draws nothing of nothing, and stays in its box whatever the intervals', () => {
    expect(sparkPaths([point(null)], 100, 40)).toEqual({ line: '', band: '', end: null })
    const numbers =
      sparkPaths([point(1, 900), point(2, 900)], 100, 40)
        .band.match(/-?\d+\.\d+/g)
        ?.map(Number) ?? []
    expect(numbers.length).toBeGreaterThan(0)
    expect(numbers.every((number) => number >= 0 && number <= 100)).toBe(true)
  })
})

describe('the axis of a trend', () => {
  it('has round ticks that hold every estimate, and stays within what the metric can be', () => {
    const points = plotPoints({ points: [trend('a', 12, 5), trend('b', 41, 5), trend('c', 20, 300)], previousPoints: [] }, String)
    const { domain, ticks } = valueScale(points, 30, [-100, 100])
    expect(domain[0]).toBeLessThanOrEqual(7)
    expect(domain[1]).toBeGreaterThanOrEqual(46)
    expect(domain[1]).toBeLessThanOrEqual(100)
    expect(ticks.every((tick) => tick % 10 === 0 && tick >= domain[0] && tick <= domain[1])).toBe(true)
  })
  it('is the metric’s own range without answers', () => {
    expect(valueScale([], null, [1, 7]).domain).toEqual([1, 7])
  })
  it('puts the period before in the same place', () => {
    const [first] = plotPoints({ points: [trend('b1', 5, 1)], previousPoints: [trend('a1', 4, 1)] }, (start) =>
      start.toUpperCase(),
    )
    expect(first).toMatchObject({ label: 'B1', value: 5, before: 4, beforeLabel: 'A1', band: [4, 6] })
  })
})
