import { describe, expect, test } from 'vitest'
import { aboutSchema } from '@/domain/alert/about'
import { judgedBy, judgeSeries, type SeriesAbout, type SeriesRow, seriesDays } from '@/domain/alert/judge-series'
import { addDays, type Day } from '@/domain/analysis/calendar'
import { noSums } from '@/domain/analysis/summarize'
import { type Defined, toDefinitions } from '@/domain/metric/definition'
import { readingsOf } from '@/domain/metric/reading'

const today = '2026-03-31'
const quick: Defined = {
  ...{ key: 'quick', version: 1, since: null },
  definition: { name: { en: 'Quick' }, of: 'share', question: 'speed', positiveFrom: 4, least: 1 },
}
const definitions = toDefinitions([quick])
const setting = { definitions, readings: readingsOf(definitions, ['nps', 'csat', 'ces', 'quick']), today }
const sourceOf = (metric: string): string => {
  const reading = setting.readings.get(metric)
  return reading && 'measure' in reading ? reading.measure.key : metric
}

const aboutOf = (kind: 'shift' | 'standard_missed', more: object = {}) => aboutSchema.parse({ kind, ...more }) as SeriesAbout
const place = { id: 'store', standardMetric: null, standardTarget: null }

/** A day with so many good and bad answers. */
const dayOf = (metric: string, day: Day, high: number, low: number): SeriesRow => ({
  ...noSums,
  ...{ metric: sourceOf(metric), day, n: high + low, high, low, sum: high, sumSquares: high },
})
/** Six weeks: of ten answers a day `usual` are good, and `lately` of those of the last ten days. */
const sixWeeks = (metric: string, usual: number, lately: number): SeriesRow[] =>
  Array.from({ length: 42 }, (_, ago) => {
    const high = (ago < 10 ? lately : usual) + (ago % 2)
    return dayOf(metric, addDays(today, -ago), high, 10 - high)
  })

describe('a shift', () => {
  const about = aboutOf('shift', { least: 30 })
  test('to the worse is found, with when it began and what stood before', () => {
    const found = judgeSeries(place, about, setting, sixWeeks('nps', 7, 2))
    expect(found).toMatchObject({ base: 'shift:store:nps', touchpointId: 'store', customerId: null })
    expect(found?.finding).toMatchObject({
      ...{ kind: 'shift', metric: 'nps', metricKind: 'nps', direction: 'fall', since: addDays(today, -9) },
      // Ten days of 2 or 3 good ones in ten; 28 days of 7 or 8 before.
      ...{ n: 100, value: expect.closeTo(-50, 6), before: { n: 280, value: expect.closeTo(50, 6) } },
    })
  })

  test('to the better is told only where it was asked for', () => {
    const better = sixWeeks('nps', 2, 7)
    expect(judgeSeries(place, about, setting, better)).toBeUndefined()
    expect(judgeSeries(place, aboutOf('shift', { direction: 'either' }), setting, better)?.finding).toMatchObject({
      direction: 'rise',
    })
  })

  test('isn’t found in what stayed as it was, in too few answers, or in a metric that isn’t there', () => {
    expect(judgeSeries(place, about, setting, sixWeeks('nps', 7, 7))).toBeUndefined()
    expect(judgeSeries(place, aboutOf('shift', { least: 1000 }), setting, sixWeeks('nps', 7, 2))).toBeUndefined()
    expect(judgeSeries(place, aboutOf('shift', { metric: 'gone' }), setting, sixWeeks('nps', 7, 2))).toBeUndefined()
    expect(judgeSeries(place, about, setting, [])).toBeUndefined()
  })

  test('of a metric of one’s own says what it was called', () => {
    const found = judgeSeries(place, aboutOf('shift', { metric: 'quick' }), setting, sixWeeks('quick', 7, 2))
    expect(found?.finding).toMatchObject({ metric: 'quick', metricName: { en: 'Quick' }, metricKind: 'csat', direction: 'fall' })
  })
})

describe('a standard', () => {
  const about = aboutOf('standard_missed', { least: 30 })
  const promising = { id: 'store', standardMetric: 'csat', standardTarget: 0.9 }
  const days = (high: number, low: number) =>
    Array.from({ length: 10 }, (_, ago) => dayOf('csat', addDays(today, -ago), high, low))

  test('is missed where even the interval lies under it', () => {
    expect(judgeSeries(promising, about, setting, days(7, 3))).toMatchObject({
      base: 'standard:store',
      finding: { kind: 'standard_missed', metric: 'csat', target: 0.9, n: 100, value: 0.7, from: addDays(today, -27) },
    })
  })

  test.each([
    ['where it may be chance', promising, days(6, 1)],
    ['where it is met', promising, days(10, 0)],
    ['with too few answers', promising, days(1, 1)],
    ['where nothing was promised', place, days(7, 3)],
    ['where nobody answered', promising, []],
  ])('isn’t told of %s', (_, where, rows) => {
    expect(judgeSeries(where, about, setting, rows)).toBeUndefined()
  })
})

test('rules look at as many days as they need, and by what a touchpoint promises unless they name a metric', () => {
  expect(seriesDays(aboutOf('shift'))).toBe(42)
  expect(seriesDays(aboutOf('standard_missed', { days: 7 }))).toBe(7)
  const places = [place, { ...place, standardMetric: 'quick' }]
  expect(judgedBy(aboutOf('shift'), places)).toEqual(['nps', 'csat', 'ces', 'quick'])
  expect(judgedBy(aboutOf('shift', { metric: 'quick' }), places)).toEqual(['quick'])
})
