import { describe, expect, it } from 'vitest'
import { bucketsOf, lastDays, previousPeriod, readableInterval, resolveComparison, resolvePeriod } from '@/domain/analysis/period'
import { totalOf, trendOf } from '@/domain/analysis/trend'

const sums = (day: string, n: number, high: number, low: number) => ({
  day,
  n,
  high,
  low,
  middle: n - high - low,
  sum: 0,
  sumSquares: 0,
})

describe('what a period is compared with', () => {
  const period = { from: '2024-02-01', to: '2024-02-29' }
  it('is the one before it, the same days a year earlier, or days of one’s own', () => {
    expect(resolveComparison({ compare: 'previous' }, period)).toEqual({ from: '2024-01-03', to: '2024-01-31' })
    expect(resolveComparison({ compare: 'year' }, period)).toEqual({ from: '2023-02-01', to: '2023-02-28' })
    const own = { compare: 'custom', compareFrom: '2023-12-01', compareTo: '2023-12-24' } as const
    expect(resolveComparison(own, period)).toEqual({ from: '2023-12-01', to: '2023-12-24' })
  })
  it('falls back to the one before it where the days make no sense', () => {
    for (const days of [
      {},
      { compareFrom: '2023-12-24', compareTo: '2023-12-01' },
      { compareFrom: 'x', compareTo: '2023-12-01' },
    ])
      expect(resolveComparison({ compare: 'custom', ...days }, period)).toEqual(previousPeriod(period))
  })
})

describe('a period', () => {
  it('of the last 30 days ends today, and the one before it ends where it begins', () => {
    const period = lastDays('2026-11-22', 30)
    expect(period).toEqual({ from: '2026-10-24', to: '2026-11-22' })
    expect(previousPeriod(period)).toEqual({ from: '2026-09-24', to: '2026-10-23' })
  })
  it('is cut into every bucket that it touches', () => {
    expect(bucketsOf({ from: '2026-11-18', to: '2026-11-24' }, 'week')).toEqual(['2026-11-16', '2026-11-23'])
    expect(bucketsOf({ from: '2026-01-31', to: '2026-03-01' }, 'month')).toEqual(['2026-01-01', '2026-02-01', '2026-03-01'])
    expect(bucketsOf({ from: '2026-11-18', to: '2026-11-24' }, 'week', 6)).toEqual(['2026-11-15', '2026-11-22'])
  })
  it('gets an interval with a readable number of points', () => {
    expect([7, 30, 90, 365].map((days) => readableInterval(lastDays('2026-11-22', days)))).toEqual([
      'day',
      'day',
      'week',
      'month',
    ])
  })
  it.each([
    { from: '2026-11-20', to: '2026-11-10' },
    { from: '2026-02-30', to: '2026-03-10' },
    { from: null, to: '2026-03-10' },
    { from: '1900-01-01', to: '2026-03-10' },
  ])('asked for as $from to $to falls back to 30 days', (days) => {
    expect(resolvePeriod({ period: 'custom', ...days }, '2026-11-22')).toEqual(lastDays('2026-11-22', 30))
  })
  it('asked for by its two days is just those', () => {
    expect(resolvePeriod({ period: 'custom', from: '2026-11-01', to: '2026-11-03' }, '2026-11-22')).toEqual({
      from: '2026-11-01',
      to: '2026-11-03',
    })
  })
})

describe('a trend', () => {
  const period = { from: '2026-11-16', to: '2026-11-24' }
  const days = [
    sums('2026-11-15', 99, 99, 0),
    sums('2026-11-16', 4, 3, 1),
    sums('2026-11-20', 6, 3, 3),
    sums('2026-11-25', 99, 0, 99),
  ]
  it('counts the period’s own days only, and shows empty buckets as empty', () => {
    const points = trendOf('nps', days, period, 'week')
    expect(points.map(({ start, n }) => [start, n])).toEqual([
      ['2026-11-16', 10],
      ['2026-11-23', 0],
    ])
    expect(points[0]?.value).toBeCloseTo(20, 10)
    expect(points[1]?.value).toBeNull()
  })
  it('adds up to its total', () => {
    expect(totalOf(days, period)).toMatchObject({ n: 10, high: 6, low: 4 })
  })
})
