import { describe, expect, test } from 'vitest'
import { markOfChange } from '@/components/format/change-word'
import { judgeSeries, type SeriesRow } from '@/domain/alert/judge-series'
import { addDays } from '@/domain/analysis/calendar'
import { standingOf } from '@/domain/analysis/standard'
import { noSums, type Sums, summarize } from '@/domain/analysis/summarize'
import { type Defined, type OwnDefinition, type ShareDefinition, toDefinitions } from '@/domain/metric/definition'
import { comparisonOf, summaryOf, sumsOfRows } from '@/domain/metric/number-of'
import { betterOfReading, readingsOf } from '@/domain/metric/reading'
import { metricSchema } from '@/domain/metric/schema'
import { shiftOf } from '@/domain/metric/shift-of'
import { tellDefinition } from '@/domain/metric/tell-definition'
import { createChance } from '~tests/support/chance'

const defined = (key: string, definition: OwnDefinition): Defined => ({ key, version: 1, since: null, definition })
const share = (question: string): ShareDefinition => ({ name: question, of: 'share', question, options: ['yes'], least: 1 })
const indexOf = (part: string): OwnDefinition => ({
  ...{ name: 'Index', of: 'index', least: 1 },
  parts: [
    { metric: 'nps', weight: 2 },
    { metric: part, weight: 3 },
  ],
})
const definitions = toDefinitions([
  defined('on-time', share('on-time')),
  defined('late', { ...share('late'), better: 'less' }),
  defined('by-on-time', indexOf('on-time')),
  defined('by-late', indexOf('late')),
])
const readings = readingsOf(definitions, ['nps', 'csat', 'ces', 'on-time', 'late', 'by-on-time', 'by-late', 'some-question'])
const read = (key: string) => {
  const reading = readings.get(key)
  if (!reading) throw new Error(key)
  return reading
}

const today = '2026-03-31'
const setting = { definitions, readings, today }
const place = { id: 'courier', standardMetric: null, standardTarget: null }
/** Of ten parcels a day `usual` were late, and `lately` of those of the last ten days. */
const sixWeeks = (usual: number, lately: number): SeriesRow[] =>
  Array.from({ length: 42 }, (_, ago) => {
    const high = (ago < 10 ? lately : usual) + (ago % 2)
    return { ...noSums, metric: 'late', day: addDays(today, -ago), n: 10, high, middle: 10 - high }
  })

describe('a metric of which less is better', () => {
  test('has its direction in its definition; every other metric, question and index is better the more it is', () => {
    expect([...readings].map(([key, reading]) => [key, betterOfReading(reading)])).toEqual(
      [...readings.keys()].map((key) => [key, key === 'late' ? 'less' : 'more']),
    )
    expect(tellDefinition(defined('late', { ...share('late'), better: 'less' }))).toMatch(/; less is better$/)
    expect(tellDefinition(defined('on-time', share('on-time')))).not.toContain('better')
  })

  test('is the same definition whether it says that more is better or nothing, and nothing else can be said', () => {
    const { parse, safeParse } = metricSchema('late')
    expect(parse({ ...share('late'), better: 'more' })).toEqual(parse(share('late')))
    expect(parse({ ...share('late'), better: 'less' })).toMatchObject({ better: 'less' })
    expect(safeParse({ ...share('late'), better: 'down' }).success).toBe(false)
    expect(safeParse({ ...indexOf('late'), better: 'less' }).success).toBe(false)
    expect(metricSchema('ces').safeParse({ positiveFrom: 5, negativeTo: 3, better: 'less' }).success).toBe(false)
  })

  test('gets worse by rising: a rule about the worse is told of that, and not of what gets better', () => {
    const about = { kind: 'shift', metric: 'late', least: 30, againHours: 168 } as const
    const judge = (direction: 'worse' | 'either', rows: SeriesRow[]) =>
      judgeSeries(place, { ...about, direction }, setting, rows)?.finding
    const [rise, fall] = [sixWeeks(2, 7), sixWeeks(7, 2)]
    expect(judge('worse', rise)).toMatchObject({ kind: 'shift', direction: 'rise', better: 'less', since: addDays(today, -9) })
    expect(judge('worse', fall)).toBeUndefined()
    expect(judge('either', fall)).toMatchObject({ direction: 'fall', better: 'less' })
  })

  test('meets a standard by staying under it, the target itself among what is promised', () => {
    const late = (high: number, n: number) => summarize('csat', { ...noSums, n, high, middle: n - high })
    const standing = (high: number, n: number, target: number) => standingOf('csat', late(high, n), target, 'less')
    expect(standing(50, 1000, 10)).toMatchObject({ target: 0.1, isMet: true, isCertain: true })
    expect(standing(95, 1000, 10)).toMatchObject({ isMet: true, isCertain: false })
    expect(standing(100, 1000, 10)).toMatchObject({ isMet: true, gap: 0 })
    expect(standing(105, 1000, 10)).toMatchObject({ isMet: false, isCertain: false })
    expect(standing(200, 1000, 10)).toMatchObject({ isMet: false, isCertain: true, gap: expect.closeTo(0.1, 10) })
    expect(standing(0, 0, 10)).toBeNull()
  })

  test('has an arrow for the way it went, in the colour of whether that is good', () => {
    const sums = (high: number): Sums => ({ ...noSums, n: 1000, high, middle: 1000 - high })
    const change = (now: number, before: number) =>
      comparisonOf(
        read('late'),
        () => sums(now),
        () => sums(before),
      )
    expect(markOfChange(change(300, 100), 'less')).toEqual({ box: 'high', tone: 'low' })
    expect(markOfChange(change(100, 300), 'less')).toEqual({ box: 'low', tone: 'high' })
    expect(markOfChange(change(300, 100), 'more')).toEqual({ box: 'high', tone: 'high' })
    expect(markOfChange(change(100, 100), 'less')).toEqual({ box: 'middle', tone: 'middle' })
  })
})

test('an index of what is late equals that of what is on time: number, interval, change and shift', () => {
  const chance = createChance(44)
  for (let round = 0; round < 200; round += 1) {
    const rows = (days: number, from: number) =>
      Array.from({ length: days }, (_, at) => {
        const [n, day] = [5 + chance.below(20), addDays(today, from + at)]
        const late = chance.below(n + 1)
        const promoters = chance.below(n + 1)
        return [
          { ...noSums, metric: 'nps', day, n, high: promoters, low: n - promoters },
          { ...noSums, metric: 'late', day, n, high: late, middle: n - late },
          { ...noSums, metric: 'on-time', day, n, high: n - late, middle: late },
        ]
      }).flat()
    const [before, now] = [rows(20, -34), rows(14, -14)]
    const total = (some: typeof now) => sumsOfRows(some)
    const [late, onTime] = [read('by-late'), read('by-on-time')]
    const close = <T extends object>(value: T) =>
      Object.fromEntries(Object.entries(value).map(([key, one]) => [key, typeof one === 'number' ? expect.closeTo(one, 6) : one]))
    expect(summaryOf(late, total(now))).toEqual(close(summaryOf(onTime, total(now))))
    expect(comparisonOf(late, total(now), total(before))).toEqual(close(comparisonOf(onTime, total(now), total(before)) ?? {}))
    expect(shiftOf(late, before, now)).toEqual(shiftOf(onTime, before, now))
  }
})
