import { expect, test } from 'vitest'
import { curveEnds } from '@/domain/analysis/curve-ends'
import { distributionOf } from '@/domain/analysis/distribution'
import { chooseMeasure, coverageOf } from '@/domain/analysis/journey-measure'
import { groupBy, groupOf, standingKeyOf } from '@/domain/analysis/lens'
import { drawStage, mapTouchpoint } from '@/domain/analysis/map-journey'
import { otherSideOf } from '@/domain/analysis/map-sides'
import { bucketsOf, sparkInterval } from '@/domain/analysis/period'
import { noSums } from '@/domain/analysis/summarize'
import { pickMetric, scoreOf } from '@/domain/analysis/touchpoint-score'
import { type Defined, type OwnDefinition, toDefinitions } from '@/domain/metric/definition'
import { sumsOfRows } from '@/domain/metric/number-of'
import { type Reading, readingsOf } from '@/domain/metric/reading'

const period = { from: '2026-05-06', to: '2026-05-31' }
const comparedWith = { from: '2026-04-10', to: '2026-05-05' }
const gold = { field: 'customer.tier', op: 'eq', value: 'gold' } as const
const sums = (metric: string, n: number, high = 0, low = 0) => ({ ...noSums, metric, n, high, low })

const own = (definition: OwnDefinition, key: string): Defined => ({ key, version: 1, since: null, definition })
const definitions = toDefinitions([
  own({ of: 'share', name: 'On time', question: 'arrived', options: ['early'], least: 1 }, 'on-time'),
  own(
    {
      ...{ of: 'index', name: 'The whole', least: 1 },
      parts: [
        { metric: 'nps', weight: 1 },
        { metric: 'on-time', weight: 1 },
      ],
    },
    'whole',
  ),
])
const readings = readingsOf(definitions, ['nps', 'csat', 'ces', 'sentiment', 'on-time', 'whole', 'speed'])
const readingOf = (key: string) => readings.get(key) as Reading

test('a touchpoint is shown on its standard’s metric, else on the headline metric with the most answers', () => {
  const rows = [sums('sentiment', 90), sums('csat', 5, 5), sums('nps', 40, 10)]
  const pick = (standardMetric: string | null, answered: typeof rows) =>
    pickMetric({ standardMetric, standardTarget: 5 }, readings, sumsOfRows(answered))
  expect(pick('csat', rows)).toBe('csat')
  expect(pick('ces', rows)).toBe('nps')
  expect(pick(null, [sums('sentiment', 90)])).toBeUndefined()
  const unpromised = scoreOf({ standardMetric: 'ces', standardTarget: 5 }, readings, sumsOfRows([sums('nps', 40, 10)]))
  expect(unpromised).toMatchObject({ score: { metric: 'nps' }, standing: null })
})

test('a metric of one’s own is a standard as any other: a share in per cent, an index on 0–100, a question as a mean', () => {
  const rows = [sums('nps', 40, 30, 10), sums('on-time', 50, 40), { ...sums('speed', 10), sum: 40, sumSquares: 170 }]
  const score = (standardMetric: string, standardTarget: number) =>
    scoreOf({ standardMetric, standardTarget }, readings, sumsOfRows(rows))
  expect(score('on-time', 95)).toMatchObject({
    score: { metric: 'on-time', kind: 'csat', summary: { n: 50, value: 0.8 } },
    standing: { target: 0.95, isMet: false, isCertain: true },
  })
  // NPS 50 is 75 of 100, 80 % is 80: together 77.5.
  expect(score('whole', 70)).toMatchObject({
    score: { metric: 'whole', kind: 'mean', summary: { n: 40, value: 77.5 } },
    standing: { gap: 7.5, isMet: true },
  })
  expect(score('speed', 3)).toMatchObject({ score: { metric: 'speed', kind: 'mean', summary: { n: 10, value: 4 } } })
  expect(score('gone', 3)).toMatchObject({ score: { metric: 'nps' }, standing: null })
})

test('the curve takes what most touchpoints have answers on, words first among equals, unless one is asked for', () => {
  const coverage = coverageOf([
    sums('nps', 3),
    sums('nps', 0),
    sums('csat', 2),
    sums('csat', 1),
    sums('sentiment', 4),
    sums('sentiment', 1),
  ])
  expect(coverage).toEqual({ sentiment: 2, nps: 1, csat: 2, ces: 0 })
  expect(chooseMeasure(undefined, coverage)).toBe('sentiment')
  expect(chooseMeasure('ces', coverage)).toBe('ces')
})

const place = { standardMetric: null, standardTarget: null }
const starts = bucketsOf(period, 'week')
const bucket = (day: string, n: number, high: number) => ({ ...sums('nps', n, high), day })

test('a stage’s point counts every answer of its touchpoints once, and is a gap without any', () => {
  const measured = (buckets: ReturnType<typeof bucket>[], before: ReturnType<typeof sums>[]) =>
    mapTouchpoint(place, { buckets, before, starts, interval: 'week', isTested: true, readings })
  const many = measured([bucket('2026-05-04', 60, 60), bucket('2026-05-11', 30, 0)], [sums('nps', 10, 0, 10)])
  const few = measured([bucket('2026-05-11', 10, 0)], [])
  const stage = drawStage([many, few], readingOf('nps'), true)
  // 60 promoters of 100, not the mean of 66.7 and 0.
  expect(stage.curve).toMatchObject({ touchpoints: 2, summary: { n: 100, value: 60 }, before: { n: 10, value: -100 } })
  expect(stage.curve.change).toMatchObject({ difference: 160, isSignificant: true })
  expect(drawStage([many, few], readingOf('ces'), true).curve).toEqual({
    ...{ summary: expect.objectContaining({ n: 0, value: null }), before: expect.objectContaining({ n: 0, value: null }) },
    ...{ change: null, touchpoints: 0 },
  })
  expect(drawStage([many], readingOf('nps'), false).curve.change).toBeNull()
})

test('the first week of a trend begins before the period, and its answers count all the same', () => {
  const mapped = mapTouchpoint(place, {
    ...{ buckets: [bucket('2026-05-04', 6, 3), bucket('2026-05-25', 4, 4)], before: [] },
    ...{ starts, interval: 'week', isTested: true, readings },
  })
  expect(mapped.points.map(({ start, n }) => [start, n])).toEqual([
    ['2026-05-04', 6],
    ['2026-05-11', 0],
    ['2026-05-18', 0],
    ['2026-05-25', 4],
  ])
  expect(mapped).toMatchObject({ before: null, change: null, score: { summary: { n: 10, value: 70 } } })
})

test.each([
  [{ beside: null }, { beside: null, against: { period: comparedWith, narrowing: { where: gold }, isWithin: false } }],
  [{ beside: 'period' }, { beside: 'period', against: { period: comparedWith, narrowing: { where: gold }, isWithin: false } }],
  [{ beside: 'rest' }, { beside: 'rest', against: { period, narrowing: { where: { not: gold } }, isWithin: false } }],
  [{ beside: 'everybody' }, { beside: 'everybody', against: { period, narrowing: {}, isWithin: true } }],
  [{ beside: 'segment' }, { beside: null, against: { period: comparedWith } }],
] as const)('under a condition, %j stands beside as %j', (asked, expected) => {
  expect(otherSideOf({ narrowing: { where: gold }, period, comparedWith, ...asked })).toMatchObject(expected)
})

test('without a condition there is no rest; a segment beside everybody is within it', () => {
  const all = { narrowing: { channel: 'web' }, period, comparedWith }
  for (const beside of ['rest', 'everybody'] as const)
    expect(otherSideOf({ ...all, beside })).toMatchObject({ beside: null, against: { period: comparedWith } })
  expect(otherSideOf({ ...all, beside: 'segment', besideWhere: gold })).toEqual({
    beside: 'segment',
    against: { narrowing: { channel: 'web', where: gold }, period, isWithin: true },
  })
})

test('through a lens touchpoints fall into groups in their usual order, those without any last', () => {
  const standing = (isMet: boolean, isCertain: boolean) => ({ target: 1, gap: 0, isMet, isCertain })
  const seen = [
    { key: 'a', dimension: 'price', module: null, standing: null },
    { key: 'b', dimension: null, module: 'feel', standing: standing(true, true) },
    { key: 'c', dimension: 'product', module: null, standing: standing(false, false) },
  ]
  const keys = (lens: 'standard' | 'dimension' | 'module') =>
    groupBy(lens, seen).map(({ key, touchpoints }) => `${key}: ${touchpoints.map((one) => one.key)}`)
  expect(keys('standard')).toEqual(['missed: c', 'metSurely: b', 'none: a'])
  expect(keys('dimension')).toEqual(['product: c', 'price: a', 'none: b'])
  expect(keys('module')).toEqual(['feel: b', 'none: a,c'])
  expect([standing(true, false), standing(false, true)].map(standingKeyOf)).toEqual(['met', 'missedSurely'])
  expect(groupOf('module', { dimension: null, module: 'act', standing: null })).toBe('act')
})

test('a curve’s ends are its highest and lowest value; a flat one and a single point have none', () => {
  expect(curveEnds([null, 3, 9, 9, -1])).toEqual({ highest: 2, lowest: 4 })
  expect(curveEnds([null, 0, null, 5])).toEqual({ highest: 3, lowest: 1 })
  for (const values of [[], [null], [4], [4, 4, null]]) expect(curveEnds(values)).toEqual({ highest: -1, lowest: -1 })
})

test('a distribution has a bar for each answer that can be given, in its box, and shares that add up', () => {
  const nps = distributionOf('nps', [1, 0, 0, 0, 0, 0, 2, 3, 0, 1, 3])
  expect(nps.n).toBe(10)
  expect(nps.bars.map(({ box }) => box[0]).join('')).toBe('lllllllmmhh')
  expect(nps.bars[10]).toEqual({ value: 10, count: 3, share: 0.3, box: 'high' })
  expect(distributionOf('csat', [9, 0, 0, 1, 1, 0]).bars.map(({ value, count }) => [value, count])).toEqual([
    ...[1, 2].map((value) => [value, 0]),
    ...[3, 4].map((value) => [value, 1]),
    [5, 0],
  ])
  expect(distributionOf('ces', []).bars.map(({ share }) => share)).toEqual(Array(7).fill(0))
})

test('a small trend has few points whatever the period', () => {
  const intervals = [7, 14, 30, 90, 365].map((days) =>
    sparkInterval({ from: '2025-01-01', to: new Date(Date.UTC(2025, 0, days)).toISOString().slice(0, 10) }),
  )
  expect(intervals).toEqual(['day', 'day', 'week', 'week', 'month'])
})
