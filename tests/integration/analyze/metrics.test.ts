import { beforeAll, expect, test } from 'vitest'
import { compareSums } from '@/domain/analysis/compare-sums'
import type { Narrowing } from '@/domain/analysis/narrowing'
import { type Summary, summarize } from '@/domain/analysis/summarize'
import { type Failure, isFailure } from '@/domain/errors'
import { type MetricDefinition, standardDefaults } from '@/domain/metric/definition'
import { getDistributions } from '@/pipeline/analyze/get-distributions'
import { getHeadlines } from '@/pipeline/analyze/get-headlines'
import { getMetric } from '@/pipeline/analyze/get-metric'
import { getMetricSeries } from '@/pipeline/analyze/get-metric-series'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { type Chance, createChance } from '~tests/support/chance'
import { fillOddShop, openOddShop } from '~tests/support/odd-answers'
import { recount, type Told, tellAll } from '~tests/support/recount'
import { rowsOf } from '~tests/support/shop'

const found = <Answer>(answer: Answer | Failure): Answer => {
  if (isFailure(answer)) throw new Error(JSON.stringify(answer))
  return answer
}

let odd: string
let told: Told[]
beforeAll(async () => {
  odd = await openOddShop()
  await fillOddShop(odd, createChance(21), 200)
  await rowsOf(`update organizations set time_zone = 'Asia/Shanghai' where id = $1`, [odd])
  told = await tellAll(odd, 'Asia/Shanghai')
}, 120_000)

const always = { from: '2000-01-01', to: '2099-12-31' }
const never = { from: '1990-01-01', to: '1999-12-31' }
const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)
const options = ['green', 'black', 'red', 'true', 'other'] as const
const surveys = ['s-delivery', 's-6', 's-true'] as const

const some = <T>(chance: Chance, items: readonly [T, ...T[]]): [T, ...T[]] => {
  const picked = items.filter(() => chance.below(2) === 0)
  return [picked[0] ?? chance.pick(items), ...picked.slice(1)]
}

const randomDefinition = (chance: Chance): [key: string, definition: MetricDefinition] => {
  const named = { name: 'Ours', least: 1 + chance.below(3), ...(chance.below(2) ? { surveys: some(chance, surveys) } : {}) }
  const negativeTo = chance.below(10)
  switch (chance.below(7)) {
    case 0:
      return ['nps', { negativeTo, positiveFrom: negativeTo + 1 + chance.below(10 - negativeTo), least: 1 }]
    case 1:
      return [
        'csat',
        chance.pick([
          { negativeTo: 1, positiveFrom: 5, least: 1 },
          { negativeTo: 3, positiveFrom: 4, least: 9 },
        ]),
      ]
    case 2:
      return ['own', { ...named, of: 'share', question: 'speed', positiveFrom: chance.pick([1, 2.5, 4, 5, 6]) }]
    case 3:
      return ['own', { ...named, of: 'share', question: 'amount', positiveFrom: chance.pick([0.001, 6, 6.25, 1000, -5]) }]
    case 4:
      return ['own', { ...named, of: 'mean', question: chance.pick(['amount', 'speed', 'nps', 'csat', 'gap.experience']) }]
    case 5:
      return [
        'own',
        { ...named, of: 'share', question: chance.pick(['drink', 'liked', 'parts.green']), options: some(chance, options) },
      ]
    default:
      return ['own', { ...named, of: 'share', question: 'agreed', options: ['yes'] }]
  }
}

const randomNarrowing = (chance: Chance) =>
  chance.pick<{ narrowing: Narrowing; fits: (one: Told) => boolean }>([
    { narrowing: {}, fits: () => true },
    { narrowing: { touchpoint: '6' }, fits: (one: Told) => one.touchpoint === '6' },
    { narrowing: { survey: 's-true' }, fits: (one: Told) => one.survey === 's-true' },
    { narrowing: { channel: 'web' }, fits: (one: Told) => one.channel === 'web' },
    { narrowing: { journey: 'order', channel: '6' }, fits: (one: Told) => one.channel === '6' },
  ])

const expectNear = (answer: Summary, wanted: Summary) => {
  expect(answer.n).toBe(wanted.n)
  for (const bound of ['value', 'low', 'high'] as const) {
    const [a, b] = [answer[bound], wanted[bound]]
    if (a === null || b === null) expect(a).toBe(b)
    else expect(Math.abs(a - b)).toBeLessThan(1e-7 * Math.max(1, Math.abs(b)))
  }
}

const kindOf = (key: string, definition: MetricDefinition) =>
  key === 'nps' ? 'nps' : 'of' in definition && definition.of === 'mean' ? 'mean' : 'csat'

test('under any definition a number is what the answers themselves add up to, from daily counts and from single responses', async () => {
  const chance = createChance(5)
  let shown = 0
  for (let round = 0; round < 70; round += 1) {
    const [key, definition] = randomDefinition(chance)
    const { narrowing, fits } = randomNarrowing(chance)
    const period = chance.below(2) ? always : { from: day(70), to: day(10) }
    const among = told.filter((one) => fits(one) && one.day >= period.from && one.day <= period.to)
    const sums = recount(key, definition, among)
    const wanted = summarize(kindOf(key, definition), sums, definition.least)
    for (const where of [undefined, { all: [] }]) {
      const asked = { organizationId: odd, key, draft: definition, period, comparedWith: never, ...narrowing, where }
      const { summary, points, previous } = found(await getMetric(asked))
      expectNear(summary, wanted)
      expect(points.reduce((sum, { n }) => sum + n, 0)).toBe(sums.n)
      expect(previous).toMatchObject({ n: 0, value: null })
    }
    if (wanted.value !== null) shown += 1
  }
  expect(shown).toBeGreaterThan(45)
}, 120_000)

const parts = [
  { metric: 'nps', weight: 3 },
  { metric: 'csat', weight: 1 },
  { metric: 'quick', weight: 2 },
  { metric: 'greens', weight: 0.5 },
]
const own: Record<string, MetricDefinition> = {
  quick: { name: { en: 'Quick', 'zh-CN': '快' }, of: 'mean', question: 'speed', scale: { from: 1, to: 5 }, least: 1 },
  greens: { name: 'Green drinks', of: 'share', question: 'drink', options: ['green'], surveys: ['s-6', 's-true'], least: 1 },
  whole: { name: 'The whole', of: 'index', parts, least: 5 },
}

/** The index by hand: every part's number and bounds on 0–100, weighed. */
const indexOf = (among: readonly Told[]) => {
  const summaries = [
    { summary: summarize('nps', recount('nps', standardDefaults.nps, among)), from: -100, to: 100, weight: 3 },
    { summary: summarize('csat', recount('csat', standardDefaults.csat, among)), from: 0, to: 1, weight: 1 },
    { summary: summarize('mean', recount('quick', own.quick as MetricDefinition, among)), from: 1, to: 5, weight: 2 },
    { summary: summarize('csat', recount('greens', own.greens as MetricDefinition, among)), from: 0, to: 1, weight: 0.5 },
  ]
  const bound = (of: 'value' | 'low' | 'high') =>
    summaries.reduce(
      (sum, { summary, from, to, weight }) => sum + (weight / 6.5) * 100 * (((summary[of] ?? Number.NaN) - from) / (to - from)),
      0,
    )
  return {
    n: Math.min(...summaries.map(({ summary }) => summary.n)),
    value: bound('value'),
    low: bound('low'),
    high: bound('high'),
    counts: {},
  }
}

test('metrics of one’s own and an index of them equal a recount over time, by group and beside another period', async () => {
  found(await applyProgramme(odd, { metrics: own }))
  const [now, before] = [
    { from: day(45), to: day(0) },
    { from: day(101), to: day(46) },
  ]
  const within = (span: typeof now) => told.filter((one) => one.day >= span.from && one.day <= span.to)
  const index = found(await getMetric({ organizationId: odd, key: 'whole', period: now, comparedWith: before }))
  expectNear(index.summary, indexOf(within(now)))
  expectNear(index.previous, indexOf(within(before)))
  expect(index.parts?.map(({ key, summary, share }) => [key, summary.n, share])).toEqual(
    parts.map(({ metric, weight }) => [
      metric,
      recount(metric, (own[metric] ?? standardDefaults[metric as 'nps']) as MetricDefinition, within(now)).n,
      weight / 6.5,
    ]),
  )
  expect(index.comparison?.difference).toBeCloseTo((index.summary.value ?? 0) - (index.previous.value ?? 0), 8)
  const greens = found(await getMetric({ organizationId: odd, key: 'greens', period: now, comparedWith: before }))
  const counted = (span: typeof now) => recount('greens', own.greens as MetricDefinition, within(span))
  expect(greens.comparison).toEqual(compareSums('csat', counted(now), counted(before)))
  for (const groupBy of ['touchpoint', 'survey', 'channel'] as const)
    for (const metric of ['quick', 'greens']) {
      const asked = { organizationId: odd, metric, ...always, interval: 'all', groupBy } as const
      for (const point of found(await getMetricSeries(asked)).series) {
        const kind = metric === 'quick' ? 'mean' : 'csat'
        const among = told.filter((one) => one[groupBy] === point.group)
        expectNear(point, summarize(kind, recount(metric, own[metric] as MetricDefinition, among)))
      }
    }
  const months = found(await getMetricSeries({ organizationId: odd, metric: 'whole', ...always, interval: 'month' }))
  for (const point of months.series) {
    const among = told.filter((one) => `${one.day.slice(0, 7)}-01` === point.start)
    const wanted = indexOf(among)
    expect(point.parts).toHaveLength(4)
    if (point.value !== null) expectNear(point, wanted)
  }
  expect(months.series.some(({ value }) => value !== null)).toBe(true)
})

test('a changed definition changes every number at once, with its version beside it, and a former one can still be asked for', async () => {
  const counted = async () => {
    const asked = { organizationId: odd, period: always, comparedWith: never }
    const headlines = found(await getHeadlines(asked))
    const single = found(await getHeadlines({ ...asked, where: { all: [] } }))
    expect(single.metrics).toEqual(headlines.metrics)
    const nps = headlines.metrics.find(({ metric }) => metric === 'nps')
    const bars = found(await getDistributions(asked)).find(({ metric }) => metric === 'nps')
    return { nps, bars }
  }
  const first = await counted()
  expect(first.nps).toMatchObject({ defined: { version: 1, since: null } })
  const [{ now: beforeChange } = { now: new Date() }] = await rowsOf<{ now: Date }>(
    `select clock_timestamp()::timestamptz(3) as now`,
  )
  await rowsOf('select pg_sleep(0.01)')
  const stricter = { positiveFrom: 10, negativeTo: 7, least: 1, reason: 'Only a ten is loyal' }
  found(await applyProgramme(odd, { metrics: { nps: stricter } }, { by: 'ada@odd.example' }))
  const second = await counted()
  const wanted = summarize('nps', recount('nps', stricter, told))
  expect(second.nps).toMatchObject({ defined: { version: 2, definition: stricter }, summary: wanted })
  expect(second.nps?.summary.value).toBeLessThan(first.nps?.summary.value ?? 0)
  expect(second.bars?.version).toBe(2)
  expect(second.bars?.bars.filter(({ box }) => box === 'high').map(({ value }) => value)).toEqual([10])
  expect(second.bars?.bars.filter(({ box }) => box === 'middle').map(({ value }) => value)).toEqual([8, 9])
  const series = async (asOf?: Date) =>
    found(await getMetricSeries({ organizationId: odd, metric: 'nps', ...always, interval: 'all', asOf }))
  expect(await series()).toMatchObject({ version: 2, series: [wanted] })
  expect(await series(beforeChange)).toMatchObject({ version: 1, since: null, series: [first.nps?.summary] })
  // Whoever is put together of it changes with it, and was what it was.
  const index = (asOf?: Date) =>
    getMetric({ organizationId: odd, key: 'whole', period: always, comparedWith: never, asOf }).then(found)
  const [indexNow, indexThen] = [await index(), await index(beforeChange)]
  expect(indexNow.parts?.[0]).toMatchObject({ key: 'nps', version: 2 })
  expect(indexThen.parts?.[0]).toMatchObject({ key: 'nps', version: 1 })
  expect(indexThen.summary.value).toBeGreaterThan(indexNow.summary.value ?? 100)
  expect(
    await getMetric({ organizationId: odd, key: 'whole', period: always, comparedWith: never, asOf: new Date(0) }),
  ).toMatchObject({
    error: 'not_found',
  })
})

test('under the number of answers that a definition asks for there is n, and neither value nor verdict', async () => {
  const least = told.length + 1
  found(await applyProgramme(odd, { metrics: { csat: { positiveFrom: 4, negativeTo: 2, least } } }))
  const asked = { organizationId: odd, period: always, comparedWith: never }
  const csat = found(await getHeadlines(asked)).metrics.find(({ metric }) => metric === 'csat')
  expect(csat?.summary).toMatchObject({ n: recount('csat', standardDefaults.csat, told).n, value: null, low: null, high: null })
  expect(csat?.comparison).toBeNull()
  expect(csat?.points.every(({ value }) => value === null)).toBe(true)
  // A part that isn't shown leaves nothing of the whole that could be shown.
  expect(found(await getMetric({ ...asked, key: 'whole' })).summary.value).toBeNull()
})
