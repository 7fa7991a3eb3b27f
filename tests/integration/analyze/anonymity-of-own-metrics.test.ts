import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '@/domain/analysis/calendar'
import { type Failure, isFailure } from '@/domain/errors'
import type { MetricDefinition } from '@/domain/metric/definition'
import { getHeadlines } from '@/pipeline/analyze/get-headlines'
import { getJourneyMap } from '@/pipeline/analyze/get-journey-map'
import { getMetric } from '@/pipeline/analyze/get-metric'
import { getMetricSeries } from '@/pipeline/analyze/get-metric-series'
import { getOwnMetrics } from '@/pipeline/analyze/get-own-metrics'
import { newReading } from '@/pipeline/analyze/new-reading'
import { scoreTouchpoints } from '@/pipeline/analyze/score-touchpoints'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { importResponses } from '@/pipeline/listen/import-responses'
import { scoreResponses } from '@/pipeline/score/score-response'
import { findUnscored } from '@/store/response/save-responses'
import { statementsOf } from '~tests/support/plans'
import { openShop } from '~tests/support/shop'

const options = ['tea', 'water'].map((key) => ({ key, text: key }))
const questions = [
  { key: 'nps', kind: 'nps', role: 'outcome', text: 'Recommend?' },
  { key: 'speed', kind: 'rating', scale: 5, text: 'Speed?' },
  { key: 'amount', kind: 'number', decimals: 1, text: 'How much?' },
  { key: 'drink', kind: 'single_choice', options, text: 'Drink?' },
]
const survey = (touchpoint: string, anonymous: boolean) => ({ touchpoint, title: 'Ours', anonymous, pages: [{ questions }] })

/** The first two stand in daily counts; the next two are looked at answer by answer, the last is put together of both. */
const metrics: Record<string, MetricDefinition> = {
  quick: { name: 'Quick', of: 'share', question: 'speed', positiveFrom: 4, least: 1 },
  pace: { name: 'Pace', of: 'mean', question: 'speed', scale: { from: 1, to: 5 }, least: 1 },
  tea: { name: 'Tea', of: 'share', question: 'drink', options: ['tea'], least: 1 },
  spent: { name: 'Spent', of: 'mean', question: 'amount', least: 1 },
  whole: {
    ...{ name: 'The whole', of: 'index', least: 1 },
    parts: [
      { metric: 'pace', weight: 1 },
      { metric: 'tea', weight: 1 },
    ],
  },
}
const keys = Object.keys(metrics)
/** What everybody's answers below come to. */
const values: Record<string, number> = { quick: 1, pace: 5, tea: 1, spent: 2.5, whole: 100 }

const found = <Answer>(answer: Answer | Failure): Answer => {
  if (isFailure(answer)) throw new Error(JSON.stringify(answer))
  return answer
}

const today = new Date().toISOString().slice(0, 10)
const ago = (days: number) => addDays(today, -days)
const period = { from: ago(10), to: today }
const comparedWith = { from: ago(21), to: ago(11) }

let organizationId: string
const say = async (asked: string, count: number, day = ago(3), other: object = {}) => {
  const answers = { nps: 9, speed: 5, amount: 2.5, drink: 'tea', ...other }
  const items = Array.from({ length: count }, () => ({ survey: asked, answers, submittedAt: `${day}T10:00:00Z` }))
  const { rejected } = await importResponses(organizationId, items, 'none', new Date(Date.now() - 1000))
  expect(rejected).toEqual([])
  for (let due = await findUnscored(64, 0); due.length > 0; due = await findUnscored(64, 0)) await scoreResponses(due)
}

const open = async (name: string) => {
  organizationId = await openShop(name)
  const surveys = {
    [`quiet-${name}`]: survey('delivery', true),
    [`quiet-help-${name}`]: survey('help', true),
    [`named-${name}`]: survey('delivery', false),
  }
  expect(await applyProgramme(organizationId, { surveys, metrics })).not.toHaveProperty('error')
}

const ways = [
  ['daily counts', {}],
  ['a condition that everybody fits, answer by answer', { where: { all: [] } }],
] as const

const asked = (narrowing: object) => ({ organizationId, period, comparedWith, ...narrowing })
const summaries = async (narrowing: object, reading = newReading()) => {
  const { views } = found(await getOwnMetrics({ ...asked(narrowing), reading }))
  expect(views.map(({ key }) => key)).toEqual(keys)
  return views
}

describe('four answers to an anonymous survey', () => {
  beforeAll(async () => {
    await open('own-few')
    await say('quiet-own-few', 4)
  })

  test.each(ways)('by %s no own metric tells of them, together or alone', async (_, narrowing) => {
    for (const view of await summaries(narrowing)) {
      expect(view.summary).toMatchObject({ n: 0, value: null, hidden: 5 })
      expect(view.points.every(({ n, value }) => n === 0 && value === null)).toBe(true)
      expect(view.points.filter(({ hidden }) => hidden === 5)).toHaveLength(1)
      expect(found(await getMetric({ ...asked(narrowing), key: view.key }))).toEqual(view)
    }
  })

  test.each(ways)('by %s no group of a series and no place of the map does', async (_, narrowing) => {
    for (const key of keys) {
      for (const groupBy of ['touchpoint', 'survey', 'channel', undefined] as const) {
        const filter = { organizationId, ...narrowing, ...period, metric: key, interval: 'all', groupBy } as const
        const { series } = found(await getMetricSeries(filter))
        expect(series).toMatchObject([{ n: 0, value: null, hidden: 5 }])
      }
      const side = { narrowing, period }
      const against = { narrowing, period: comparedWith }
      const map = found(await getJourneyMap({ organizationId, now: side, against, measure: key, reading: newReading() }))
      const stages = map.journeys.flatMap((journey) => journey.stages)
      expect(stages.map(({ curve }) => curve.summary.n).every((n) => n === 0)).toBe(true)
      expect(stages.filter(({ curve }) => curve.summary.hidden === 5)).toHaveLength(1)
    }
  })

  test.each(ways)('by %s named answers at the same touchpoint are told without them', async (_, narrowing) => {
    if (!('where' in narrowing)) await say('named-own-few', 2)
    for (const { key, summary } of await summaries(narrowing))
      expect(summary).toMatchObject({ n: 2, value: values[key], hidden: 5 })
    const scores = found(await scoreTouchpoints({ organizationId, ...narrowing, ...period, reading: newReading() }))
    expect(scores.find(({ key }) => key === 'delivery')?.score?.summary).toMatchObject({ n: 2, hidden: 5 })
  })
})

describe('five answers over two days', () => {
  beforeAll(async () => {
    await open('own-enough')
    await say('quiet-own-enough', 3, ago(4))
    await say('quiet-own-enough', 2, ago(2))
  })

  test.each(ways)('by %s they are told together and in no day', async (_, narrowing) => {
    for (const view of await summaries(narrowing)) {
      expect(view.summary).toMatchObject({ n: 5, value: values[view.key] })
      expect(view.points.every(({ n }) => n === 0)).toBe(true)
    }
    const cut = { ...narrowing, period: { from: ago(3), to: today } }
    for (const { summary } of await summaries(cut)) expect(summary).toMatchObject({ n: 0, hidden: 5 })
  })

  test.each(ways)('by %s one look of a screen is at both kinds of survey, and adds up each as it may', async (_, narrowing) => {
    if (!('where' in narrowing)) {
      await say('named-own-enough', 1, ago(2))
      await say('quiet-help-own-enough', 4)
    }
    const reading = newReading()
    for (let time = 0; time < 2; time += 1)
      for (const { key, summary } of await summaries(narrowing, reading))
        expect(summary).toMatchObject({ n: 6, value: values[key], hidden: 5 })
    const touchpoints = found(await scoreTouchpoints({ organizationId, ...narrowing, ...period, reading }))
    expect(touchpoints.find(({ key }) => key === 'help')?.score?.summary).toMatchObject({ n: 0, hidden: 5 })
  })

  test('under a condition they are looked at part by part, as far as a screen has come, and once for all that it shows', async () => {
    const reading = newReading()
    const narrowing = { where: { field: 'answer.speed', op: 'gte', value: 4 } } as const
    const looks = async () => {
      const { statements } = await statementsOf(() => summaries(narrowing, reading))
      const ofAnswers = statements.filter(({ text }) => text.includes('from responses'))
      return { all: ofAnswers.length, anonymous: ofAnswers.filter(({ text }) => text.includes('v.key as survey')).length }
    }
    let expected = 0
    const { expect: expectMore } = reading.progress
    reading.progress.expect = (parts) => {
      expected += parts
      expectMore(parts)
    }
    const first = await looks()
    // Two periods of eleven days each, of those that fit and of all.
    expect(first.anonymous).toBeGreaterThanOrEqual(2 * 2 * 3)
    // Whoever waits hears of each of them, as of those at named answers.
    expect(expected).toBe(first.all)
    await reading.progress.reached(1)
    expect(await looks()).toEqual({ all: 0, anonymous: 0 })
  })
})

describe('two answers each on two days', () => {
  beforeAll(async () => {
    await open('own-days')
    await say('quiet-own-days', 2, ago(4))
    await say('quiet-own-days', 2, ago(2), { nps: 3 })
  })

  test.each([
    ['all', 0],
    ['some', 5],
    ['none', 10],
  ])('whether %s of them fit a condition nobody sees: neither a nought nor the days tell', async (_, value) => {
    const where = { field: 'score.nps', op: 'gte', value } as const
    for (const { summary, points } of await summaries({ where })) {
      expect(summary).toMatchObject({ n: 0, value: null, hidden: 5 })
      expect(points.filter(({ hidden }) => hidden === 5).map(({ start }) => start)).toEqual([ago(4), ago(2)])
    }
    const { metrics: headlines } = found(await getHeadlines({ ...asked({ where }), reading: newReading() }))
    const nps = headlines.find(({ metric }) => metric === 'nps')
    expect(nps?.summary).toMatchObject({ n: 0, hidden: 5 })
    expect(nps?.points.filter(({ hidden }) => hidden === 5).map(({ start }) => start)).toEqual([ago(4), ago(2)])
  })
})
