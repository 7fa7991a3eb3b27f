import { beforeAll, expect, test } from 'vitest'
import type { Answered } from '@/domain/analysis/spread'
import { summarize } from '@/domain/analysis/summarize'
import { type Failure, isFailure } from '@/domain/errors'
import type { MetricDefinition } from '@/domain/metric/definition'
import { getBreakdown } from '@/pipeline/analyze/get-breakdown'
import { getChanges } from '@/pipeline/analyze/get-changes'
import { getJourneyMap } from '@/pipeline/analyze/get-journey-map'
import { getMetric } from '@/pipeline/analyze/get-metric'
import { getMetricSeries } from '@/pipeline/analyze/get-metric-series'
import { getOwnDistribution } from '@/pipeline/analyze/get-own-distribution'
import { getOwnMetrics, hasSlowMetrics } from '@/pipeline/analyze/get-own-metrics'
import { newReading } from '@/pipeline/analyze/new-reading'
import { scoreTouchpoints } from '@/pipeline/analyze/score-touchpoints'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { removeObject } from '@/pipeline/design/remove-object'
import { createChance } from '~tests/support/chance'
import { fillOddShop, openOddShop } from '~tests/support/odd-answers'
import { recount, type Told, tellAll } from '~tests/support/recount'
import { rowsOf } from '~tests/support/shop'

const found = <Answer>(answer: Answer | Failure): Answer => {
  if (isFailure(answer)) throw new Error(JSON.stringify(answer))
  return answer
}

const metrics: Record<string, MetricDefinition> = {
  quick: { name: 'Quick', of: 'share', question: 'speed', positiveFrom: 4, least: 1 },
  pace: { name: 'Pace', of: 'mean', question: 'speed', scale: { from: 1, to: 5 }, least: 1 },
  spent: { name: 'Spent', of: 'mean', question: 'amount', least: 1 },
  greens: { name: 'Green drinks', of: 'share', question: 'drink', options: ['green'], surveys: ['s-6', 's-true'], least: 1 },
  whole: {
    ...{ name: 'The whole', of: 'index', least: 1 },
    parts: [
      { metric: 'nps', weight: 2 },
      { metric: 'greens', weight: 1 },
    ],
  },
}
const standards = { delivery: 'quick', 6: 'greens', true: 'whole' } as const
const place = (standard: { metric: string; target: number }) => ({
  ...{ name: 'Place', journey: 'order', stage: 'receive', channel: 'web', owner: 'ada@odd.example' },
  standard,
})

let odd: string
let told: Told[]
beforeAll(async () => {
  odd = await openOddShop()
  await fillOddShop(odd, createChance(33), 240)
  found(
    await applyProgramme(odd, {
      metrics,
      touchpoints: Object.fromEntries(
        Object.entries(standards).map(([key, metric]) => [key, place({ metric, target: metric === 'whole' ? 99 : 0.99 })]),
      ),
    }),
  )
  told = await tellAll(odd, 'UTC')
}, 120_000)

const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)
const period = { from: day(50), to: day(0) }
const comparedWith = { from: day(101), to: day(51) }
const within = (span: typeof period, one: Told) => one.day >= span.from && one.day <= span.to

/** Everybody, once by daily counts as far as they can tell and once one by one: the same answers. */
const ways = [
  ['daily counts', {}],
  ['a condition that everybody fits', { where: { all: [] } }],
] as const

test.each(ways)('by %s all own metrics are told at once as each is alone and as the answers add up', async (_, narrowing) => {
  const asked = { organizationId: odd, ...narrowing, period, comparedWith }
  const { views, late } = found(await getOwnMetrics({ ...asked, reading: newReading() }))
  expect(late).toEqual([])
  expect(views.map(({ key }) => key)).toEqual(Object.keys(metrics))
  for (const view of views) {
    expect(view).toEqual(found(await getMetric({ ...asked, key: view.key })))
    if (view.key === 'whole') continue
    const sums = recount(
      view.key,
      metrics[view.key] as MetricDefinition,
      told.filter((one) => within(period, one)),
    )
    const wanted = summarize(view.shownAs, sums)
    expect(view.summary.n).toBe(wanted.n)
    expect(view.summary.n).toBeGreaterThan(20)
    expect(view.summary.value).toBeCloseTo(wanted.value ?? Number.NaN, 6)
  }
})

test.each(ways)('by %s a touchpoint stands by its standard’s metric, whatever that is counted from', async (_, narrowing) => {
  const scored = found(await scoreTouchpoints({ organizationId: odd, ...narrowing, ...period, reading: newReading() }))
  for (const { key, score, standing } of scored) {
    const metric = standards[key as keyof typeof standards]
    const here = told.filter((one) => within(period, one) && one.touchpoint === key)
    if (metric === 'whole') {
      expect(score).toMatchObject({ metric, kind: 'mean', limits: { from: 0, to: 100 } })
      expect(standing).toMatchObject({ target: 99, isMet: false })
      continue
    }
    const wanted = summarize('csat', recount(metric, metrics[metric] as MetricDefinition, here))
    expect(score).toMatchObject({ metric, kind: 'csat', summary: { n: wanted.n, value: wanted.value } })
    expect(standing).toMatchObject({ target: 0.99, isMet: false, isCertain: true })
  }
  expect(scored).toHaveLength(3)
})

test.each(ways)(
  'by %s the map’s curve is drawn in any metric, and a touchpoint’s trend adds up to its score',
  async (_, narrowing) => {
    for (const key of ['quick', 'greens', 'whole']) {
      const map = found(
        await getJourneyMap({
          ...{ organizationId: odd, measure: key, reading: newReading() },
          ...{ now: { narrowing, period }, against: { narrowing, period: comparedWith } },
        }),
      )
      const view = found(await getMetric({ organizationId: odd, ...narrowing, key, period, comparedWith }))
      const [stage] = map.journeys[0]?.stages ?? []
      expect(map.measure).toMatchObject({ key, kind: view.shownAs, limits: view.limits })
      expect(stage?.curve.summary).toEqual(view.summary)
      expect(stage?.curve.before).toEqual(view.previous)
      for (const { score, points } of stage?.touchpoints ?? [])
        if (score?.metric !== 'whole') expect(points.reduce((sum, { n }) => sum + n, 0)).toBe(score?.summary.n)
    }
  },
)

test.each(ways)(
  'by %s a widget’s groups are those of the machine door, and a second widget hears how far they are',
  async (_, narrowing) => {
    const whole = newReading()
    for (const metric of ['quick', 'greens', 'whole'])
      for (const by of ['touchpoint', 'channel', undefined] as const) {
        const asked = { organizationId: odd, ...narrowing, metric }
        const reading = newReading(whole)
        const groups = found(await getBreakdown({ ...asked, period, by, reading }))
        const { series } = found(await getMetricSeries({ ...asked, ...period, interval: 'all', groupBy: by }))
        const told = series.map(({ group, n, value, low, high }) => [group, n, value, low, high])
        expect(groups.map(({ key, summary: { n, value, low, high } }) => [key, n, value, low, high])).toEqual(told)
        if ('where' in narrowing || metric === 'greens') await reading.progress.reached(1)
      }
  },
)

/** How many of the period gave an answer, one by one. */
const countOf = (key: string, answered: Answered): number => {
  const definition = metrics[key] as { question: string; surveys?: string[] }
  const asShare = (what: object) =>
    recount(
      key,
      {
        name: key,
        of: 'share',
        least: 1,
        question: definition.question,
        surveys: definition.surveys,
        ...what,
      } as MetricDefinition,
      told.filter((one) => within(period, one)),
    )
  if ('option' in answered) return asShare({ options: [answered.option] }).high
  if ('rest' in answered)
    return asShare({ options: ['none of them'] }).n - asShare({ options: ['green', 'black', 'red', 'true', 'other'] }).high
  const [from, to] = 'value' in answered ? [answered.value, answered.value + 1] : [answered.from, answered.to]
  const above = (edge: number | null, otherwise: number) => (edge === null ? otherwise : asShare({ positiveFrom: edge }).high)
  return above(from, asShare({ positiveFrom: 0 }).n) - above(to, 0)
}

test.each(ways)('by %s the answers behind a metric spread as they were given', async (_, narrowing) => {
  const asked = { organizationId: odd, ...narrowing, period, reading: newReading() }
  for (const metric of ['quick', 'pace', 'spent', 'greens']) {
    const { n, bars } = found(await getOwnDistribution({ ...asked, metric }))
    expect(n).toBeGreaterThan(20)
    expect(bars.map(({ answered, count }) => [metric, answered, count])).toEqual(
      bars.map(({ answered }) => [metric, answered, countOf(metric, answered)]),
    )
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(n)
  }
  const counted = found(await getOwnDistribution({ ...asked, metric: 'quick' })).bars.filter(({ isCounted }) => isCounted)
  expect(counted.map(({ answered }) => answered)).toEqual([{ value: 4 }, { value: 5 }])
})

test('an index, and a ranking, have no distribution, and that is said', async () => {
  const asked = { organizationId: odd, period }
  expect(await getOwnDistribution({ ...asked, metric: 'whole' })).toMatchObject({ error: 'invalid' })
  expect(await getOwnDistribution({ ...asked, metric: 'gone' })).toMatchObject({ error: 'not_found' })
  found(await applyProgramme(odd, { metrics: { first: { name: 'First', of: 'share', question: 'order', options: ['green'] } } }))
  expect(await getOwnDistribution({ ...asked, metric: 'first' })).toMatchObject({ error: 'invalid' })
  found(await removeObject(odd, 'metrics', 'first', 'ada@odd.example'))
})

test('the map in a metric that isn’t there is refused, not drawn in another', async () => {
  const side = { narrowing: {}, period }
  const refused = await getJourneyMap({ organizationId: odd, now: side, against: side, measure: 'gone' })
  expect(refused).toMatchObject({ error: 'invalid', errors: [{ path: 'measure' }] })
})

test('under a condition the map and a metric say how far they are, part by part', async () => {
  for (const work of ['map', 'metric'] as const) {
    const reading = newReading()
    const narrowing = { where: { field: 'score.nps', op: 'gte', value: 0 } } as const
    const reached: number[] = []
    const telling = [0.25, 0.5, 1].map((share) => reading.progress.reached(share).then(() => reached.push(share)))
    const asked = { organizationId: odd, reading }
    const sides = { now: { narrowing, period }, against: { narrowing, period: comparedWith } }
    found(
      work === 'map'
        ? await getJourneyMap({ ...asked, ...sides })
        : await getMetric({ ...asked, ...narrowing, key: 'whole', period, comparedWith }),
    )
    await Promise.all(telling)
    expect(reached).toEqual([0.25, 0.5, 1])
  }
})

test('what changed compares own metrics too, each as its own numbers differ, and judges them with the rest', async () => {
  // Everybody says the worst of speed in the later period, and the best in the former.
  await rowsOf(
    `update scores set value = case when day >= $2 then 1 else 5 end where organization_id = $1 and metric = 'speed'`,
    [odd, period.from],
  )
  await rowsOf(
    `update rollups set sum = n * v, sum_squares = n * v * v, c2 = 0, c3 = 0, c4 = 0,
        c1 = case when v = 1 then n else 0 end, c5 = case when v = 5 then n else 0 end
       from (values (1, true), (5, false)) as said(v, is_later)
      where organization_id = $1 and metric = 'speed' and (day >= $2) = is_later`,
    [odd, period.from],
  )
  for (const [, narrowing] of ways) {
    const asked = { organizationId: odd, ...narrowing, period, comparedWith, reading: newReading() }
    const { moves, compared } = found(await getChanges(asked))
    const fell = moves.filter(({ metric }) => metric === 'quick')
    expect(fell.length).toBeGreaterThan(0)
    for (const { kind, comparison } of fell) {
      expect(kind).toBe('csat')
      expect(comparison).toMatchObject({ difference: -1, isSignificant: true })
    }
    // Three touchpoints alone, on NPS, CSAT and three metrics of one's own at least.
    expect(compared).toBeGreaterThan(15)
  }
})

test('a screen need not wait where all its metrics stand in daily counts, nor under a condition', async () => {
  const asked = { organizationId: odd, period, comparedWith }
  expect(await hasSlowMetrics(asked)).toBe(true)
  expect(await hasSlowMetrics({ ...asked, where: { all: [] } })).toBe(false)
})

test('a metric that a touchpoint promises can’t be taken away, one that nobody names can', async () => {
  const remove = (key: string) => removeObject(odd, 'metrics', key, 'ada@odd.example')
  expect(await remove('quick')).toMatchObject({ errors: [{ path: 'touchpoints.delivery.standard' }] })
  expect(await remove('spent')).not.toHaveProperty('error')
})
