import { beforeAll, describe, expect, test } from 'vitest'
import { GET as readJourney } from '@/app/api/v1/analysis/journey/route'
import { GET as readMetric } from '@/app/api/v1/metrics/[metric]/route'
import { GET as readResponse } from '@/app/api/v1/responses/[id]/route'
import { GET as readResponses } from '@/app/api/v1/responses/route'
import { addDays } from '@/domain/analysis/calendar'
import { type Failure, isFailure } from '@/domain/errors'
import { getDistributions } from '@/pipeline/analyze/get-distributions'
import { getExperienceGap } from '@/pipeline/analyze/get-experience-gap'
import { getHeadlines } from '@/pipeline/analyze/get-headlines'
import { getLiveFigures } from '@/pipeline/analyze/get-live-figures'
import { getMetric } from '@/pipeline/analyze/get-metric'
import { countExport } from '@/pipeline/analyze/request-export'
import { tagFound } from '@/pipeline/analyze/tag-responses'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { importResponses } from '@/pipeline/listen/import-responses'
import { createApiKey } from '@/pipeline/operate/create-api-key'
import { scoreResponses } from '@/pipeline/score/score-response'
import { findUnscored } from '@/store/response/save-responses'
import { countOf, openShop } from '~tests/support/shop'

const pages = [
  {
    questions: [
      { key: 'nps', kind: 'nps', role: 'outcome', text: 'Recommend?' },
      {
        key: 'drink',
        kind: 'single_choice',
        options: [
          { key: 'tea', text: 'Tea' },
          { key: 'water', text: 'Water' },
        ],
        text: 'Drink?',
      },
      { key: 'care', kind: 'gap', text: 'Care?' },
      { key: 'reason', kind: 'text', text: 'Why?' },
    ],
  },
]
const survey = (touchpoint: string) => ({ touchpoint, title: 'Between us', anonymous: true, pages })

let organizationId: string
let key: string

type Said = { day?: string; nps?: number; channel?: string; context?: object; reason?: string; drink?: string }
const today = new Date().toISOString().slice(0, 10)
const ago = (days: number) => addDays(today, -days)

const say = async (asked: string, count: number, { day = ago(3), nps = 3, channel, context, reason, drink }: Said = {}) => {
  const answers = {
    nps,
    ...(reason ? { reason } : {}),
    ...(drink ? { drink, care: { experience: 5, expectation: 7, importance: 9 } } : {}),
  }
  const items = Array.from({ length: count }, () => ({
    ...{ survey: asked, answers, submittedAt: `${day}T10:00:00Z`, customer: { externalId: 'somebody' } },
    ...(channel ? { channel } : {}),
    ...(context ? { context } : {}),
  }))
  const { rejected, ids } = await importResponses(organizationId, items, 'none', new Date(Date.now() - 1000))
  expect(rejected).toEqual([])
  for (let due = await findUnscored(64, 0); due.length > 0; due = await findUnscored(64, 0)) await scoreResponses(due)
  return ids
}

const found = <Answer>(answer: Answer | Failure): Answer => {
  if (isFailure(answer)) throw new Error(JSON.stringify(answer))
  return answer
}

const open = async (name: string) => {
  organizationId = await openShop(name)
  const surveys = Object.fromEntries(
    ['delivery', 'help', 'store', 'loyalty'].map((place) => [`quiet-${place}-${name}`, survey(place)]),
  )
  expect(await applyProgramme(organizationId, { surveys })).not.toHaveProperty('error')
  const made = await createApiKey(organizationId, 'machine', 'admin')
  key = found(made).key
}
const ask = (path: string, query: Record<string, string> = {}) =>
  new Request(`http://earshot.example/api/v1/${path}?${new URLSearchParams(query)}`, {
    headers: { authorization: `Bearer ${key}` },
  })

type Point = { start: string | null; group: string | null; n?: number; value?: number | null; suppressed?: true; withheld?: true }
const series = async (query: Record<string, string> = {}, metric = 'nps'): Promise<Point[]> => {
  const answer = await readMetric(ask(`metrics/${metric}`, query), { params: Promise.resolve({ metric }) })
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { series: Point[] }).series
}
const total = async (query: Record<string, string> = {}) => (await series(query))[0]
const groups = async (groupBy: string, query: Record<string, string> = {}) =>
  Object.fromEntries(
    (await series({ groupBy, ...query })).map(({ group, start: _, ...point }) => [group, point.suppressed ? 'hidden' : point.n]),
  )
const suppressed = (point: Point | undefined) => {
  expect(point).toEqual({ start: point?.start ?? null, group: point?.group ?? null, suppressed: true })
}

describe('a group of four and a group of five', () => {
  beforeAll(async () => {
    await open('main')
    await say('quiet-delivery-main', 4)
    await say('quiet-help-main', 5)
    await say('loyalty', 2, { nps: 9 })
    await say('quiet-loyalty-main', 4)
  })

  test('by touchpoint and by survey only the five are told, and no total has the four in it', async () => {
    expect(await groups('touchpoint')).toEqual({ delivery: 'hidden', help: 5, loyalty: 2 })
    expect(await groups('survey')).toEqual({
      'quiet-delivery-main': 'hidden',
      'quiet-help-main': 5,
      loyalty: 2,
      'quiet-loyalty-main': 'hidden',
    })
    suppressed(await total({ survey: 'quiet-delivery-main' }))
    suppressed(await total({ touchpoint: 'delivery' }))
    expect(await total()).toMatchObject({ n: 7, withheld: true })
    expect(await total({ survey: 'quiet-help-main' })).toMatchObject({ n: 5, value: -100 })
  })

  test('at a touchpoint with a named survey too, only the named answers are told', async () => {
    expect(await total({ touchpoint: 'loyalty' })).toMatchObject({ n: 2, value: 100, withheld: true })
    expect(await groups('survey', { touchpoint: 'loyalty' })).toEqual({ loyalty: 2, 'quiet-loyalty-main': 'hidden' })
  })

  test('a question, what it was chosen from, and the experience gap are told of five only', async () => {
    await say('quiet-help-main', 5, { drink: 'tea' })
    await say('quiet-store-main', 4, { drink: 'tea' })
    const definition = { name: 'Tea', of: 'share', question: 'drink', options: ['tea'], least: 1 }
    expect(await applyProgramme(organizationId, { metrics: { tea: definition } })).not.toHaveProperty('error')
    expect(await series({ groupBy: 'touchpoint' }, 'tea')).toMatchObject([
      { group: 'help', n: 5, value: 1 },
      { group: 'store', suppressed: true },
    ])
    const always = { from: '2000-01-01', to: '2099-12-31' }
    const gapOf = (asked: string) => getExperienceGap({ organizationId, timeZone: 'UTC', period: always, survey: asked })
    expect(await gapOf('quiet-store-main')).toMatchObject({ gaps: [], hidden: { least: 5, questions: [{ key: 'care' }] } })
    expect(await gapOf('quiet-help-main')).toMatchObject({ gaps: [{ n: 5 }], hidden: null })
    const own = found(await getMetric({ organizationId, key: 'tea', touchpoint: 'store', period: always, comparedWith: always }))
    expect(own.summary).toMatchObject({ n: 0, value: null, hidden: 5 })
  })

  test('Overview, its distributions and live figures, and the map tell the same', async () => {
    const period = { from: ago(10), to: today }
    const narrowing = { touchpoint: 'delivery' }
    const [nps] = found(await getHeadlines({ organizationId, ...narrowing, period })).metrics
    expect(nps?.summary).toMatchObject({ n: 0, value: null, hidden: 5 })
    expect(nps?.points.filter(({ hidden }) => hidden)).toHaveLength(1)
    const [bars] = found(await getDistributions({ organizationId, ...narrowing, period }))
    expect(bars).toMatchObject({ n: 0, hidden: 5 })
    const live = found(await getLiveFigures({ organizationId, timeZone: 'UTC', narrowing, period, now: new Date() }))
    expect(live.metrics.nps.summary.hidden).toBe(5)
    expect(live.newest.filter(({ surveyKey }) => surveyKey === 'quiet-delivery-main')).toEqual([])
    const answer = await readJourney(ask('analysis/journey', { from: period.from, to: period.to }), {
      params: Promise.resolve({}),
    })
    type Body = { journeys: { stages: { touchpoints: { key: string; score: object | null }[] }[] }[] }
    const map = (await answer.json()) as Body
    const scores = map.journeys.flatMap(({ stages }) => stages.flatMap(({ touchpoints }) => touchpoints))
    expect(scores.find((one) => one.key === 'delivery')?.score).toEqual({ metric: 'nps', suppressed: true })
    expect(scores.find((one) => one.key === 'help')?.score).toMatchObject({ n: 10 })
  })

  test('another organization has none of it, and an anonymous survey there hides nothing here', async () => {
    const [mine, myKey] = [organizationId, key]
    await open('other')
    await say('loyalty-other', 0)
    expect(await total()).toEqual({
      start: null,
      group: null,
      n: 0,
      value: null,
      low: null,
      high: null,
      counts: expect.anything(),
    })
    ;[organizationId, key] = [mine, myKey]
    expect(await total()).toMatchObject({ withheld: true })
  })
})

describe('subtracting', () => {
  const quiet = 'quiet-delivery-days'
  beforeAll(async () => {
    await open('days')
    for (const [at, [web, store]] of [
      [6, 0],
      [5, 2],
      [2, 0],
      [0, 2],
      [1, 0],
      [7, 7],
      [3, 0],
    ].entries()) {
      await say(quiet, web ?? 0, { day: ago(20 - at), channel: 'web', nps: 10 })
      await say(quiet, store ?? 0, { day: ago(20 - at), channel: 'store', nps: 0 })
    }
  })

  test('periods: any two of them that are told differ by five answers or more, or not at all', async () => {
    const told: { from: number; to: number; n: number }[] = []
    for (let from = 20; from >= 14; from -= 1)
      for (let to = from; to >= 14; to -= 1) {
        const point = await total({ from: ago(from), to: ago(to) })
        told.push({ from, to, n: point?.n ?? 0 })
      }
    for (const a of told)
      for (const b of told) if (a.from >= b.from && a.to <= b.to) expect(a.n === b.n || a.n - b.n >= 5).toBe(true)
    expect(told.some(({ n }) => n >= 25)).toBe(true)
  })

  test('channels: a small one takes another with it, in the list of channels as in the filter', async () => {
    const day = { from: ago(19), to: ago(19) }
    expect(await groups('channel', day)).toEqual({ web: 'hidden', store: 'hidden' })
    expect(await total(day)).toMatchObject({ n: 7 })
    suppressed(await total({ ...day, channel: 'web' }))
    expect(await groups('channel', { from: ago(15), to: ago(15) })).toEqual({ web: 7, store: 7 })
  })

  test('days: a small day is told with its neighbours, in their sum and in no point', async () => {
    const points = await series({ interval: 'day', from: ago(18), to: ago(16) })
    expect(points.map(({ suppressed: isHidden }) => isHidden)).toEqual([true, true, true])
    expect(await total({ from: ago(18), to: ago(16) })).toMatchObject({ n: 5 })
    suppressed(await total({ from: ago(18), to: ago(17) }))
  })

  test('conditions: neither those who fit nor those who don’t may be a few', async () => {
    expect(await total({ where: 'score.nps:lte:6' })).toMatchObject({ n: expect.any(Number) })
    await say('quiet-store-days', 6, { nps: 2, context: { unit: 'sales' } })
    await say('quiet-store-days', 4, { nps: 9, context: { unit: 'legal' } })
    const at = (where: string) => total({ where, survey: 'quiet-store-days' })
    suppressed(await at('context.unit:eq:legal'))
    suppressed(await at('context.unit:eq:sales'))
    suppressed(await at('score.nps:lte:6'))
    expect(await at('context.unit:exists')).toMatchObject({ n: 10 })
    await say('quiet-store-days', 1, { nps: 9, context: { unit: 'legal' } })
    expect(await at('context.unit:eq:legal')).toMatchObject({ n: 5 })
  })
})

describe('a channel under a condition', () => {
  const where = { where: 'score.nps:lte:6' }
  const answered = async (name: string, few: readonly number[]) => {
    await open(name)
    const quiet = `quiet-help-${name}`
    await say(quiet, 6, { channel: 'web', nps: 2 })
    await say(quiet, 6, { channel: 'web', nps: 9 })
    for (const nps of few) await say(quiet, 1, { channel: 'sms', nps })
  }

  test.each([
    ['none', [9, 9, 9]],
    ['one', [9, 2, 9]],
    ['all', [2, 2, 2]],
  ])('of a few answers reads the same whether %s of them fit, and nothing beside it says which', async (which, few) => {
    await answered(`few-${which}`, few)
    expect(await groups('channel', where)).toEqual({ web: 'hidden', sms: 'hidden' })
    for (const channel of ['web', 'sms']) suppressed(await total({ ...where, channel }))
    expect(await total(where)).toMatchObject({ n: 6 + few.filter((nps) => nps <= 6).length })
  })

  test('of enough answers is told, also where none of them fits', async () => {
    await answered('many-none', [9, 9, 9, 9, 9])
    expect(await groups('channel', where)).toEqual({ web: 6 })
    expect(await groups('channel')).toEqual({ web: 12, sms: 5 })
    expect(await total({ ...where, channel: 'web' })).toMatchObject({ n: 6 })
  })
})

describe('single answers', () => {
  const quiet = 'quiet-delivery-lists'
  const list = async (query: Record<string, string>) => {
    const answer = await readResponses(ask('responses', query), { params: Promise.resolve({}) })
    expect(answer.status).toBe(200)
    return (await answer.json()) as { items: { id: string }[]; suppressed?: true }
  }
  let ids: string[]
  beforeAll(async () => {
    await open('lists')
    ids = await say(quiet, 4, { reason: 'the queue was endless', context: { unit: 'legal' } })
    await say('loyalty', 0)
  })
  const read = async (id: string) =>
    (await (await readResponse(ask(`responses/${id}`), { params: Promise.resolve({ id }) })).json()) as Record<string, unknown>

  test('of four nothing is shown, found, counted or tagged; of five everything but who', async () => {
    expect(await list({})).toEqual({ items: [], nextCursor: null, suppressed: true })
    expect(await list({ q: 'queue' })).toMatchObject({ items: [], suppressed: true })
    expect(await countExport(organizationId, { timeZone: 'UTC' })).toBe(0)
    expect(await tagFound({ organizationId, by: 'ada' }, { name: 'seen', kind: 'add' }, { timeZone: 'UTC' })).toMatchObject({
      changed: 0,
    })
    expect(await read(ids[0] ?? '')).toMatchObject({ answers: {}, scores: {}, text: [], suppressed: true })
    await say(quiet, 1, { nps: 9, reason: 'quick' })
    expect((await list({})).items).toHaveLength(5)
    expect(await countExport(organizationId, { timeZone: 'UTC' })).toBe(5)
    const told = await read(ids[0] ?? '')
    expect(told).toMatchObject({ answers: { nps: 3 }, context: {}, source: null, customer: null })
    expect(told).not.toHaveProperty('suppressed')
  })

  test('a filter that finds fewer than five shows none and says so', async () => {
    expect(await list({ where: 'score.nps:gte:9' })).toEqual({ items: [], nextCursor: null, suppressed: true })
    expect(await list({ q: 'quick' })).toMatchObject({ items: [], suppressed: true })
    expect(await countExport(organizationId, { timeZone: 'UTC', q: 'quick' })).toBe(0)
  })

  test('whether none or a few fit what is asked of them can’t be told; where none were given nothing is left out', async () => {
    const [few, none] = [await list({ q: 'quick' }), await list({ q: 'marmalade' })]
    expect(none).toEqual(few)
    expect(await list({ where: 'score.nps:eq:7' })).toEqual(await list({ where: 'score.nps:eq:9' }))
    expect(await list({ where: 'score.nps:eq:7', survey: 'loyalty' })).toEqual({ items: [], nextCursor: null })
  })

  test('what could tell whose they are finds none, however many there are', async () => {
    await say(quiet, 20, { context: { unit: 'sales' } })
    expect(await list({ where: 'context.unit:eq:sales' })).toEqual({ items: [], nextCursor: null, suppressed: true })
    expect(await list({ where: 'not(context.unit:eq:legal)' })).toMatchObject({ items: [] })
  })

  test('an import names nobody in an anonymous survey, and makes nobody known', async () => {
    expect(await countOf(`responses where organization_id = $1 and customer_id is not null`, [organizationId])).toBe(0)
    expect(await countOf(`customers where organization_id = $1`, [organizationId])).toBe(0)
  })
})

test('the threshold is the organization’s to set, not under three', async () => {
  await open('strict')
  await say('quiet-delivery-strict', 5)
  expect(await total()).toMatchObject({ n: 5 })
  const settings = { name: 'Shop', anonymityThreshold: 6 }
  expect(await applyProgramme(organizationId, { settings })).not.toHaveProperty('error')
  suppressed(await total())
  expect(await applyProgramme(organizationId, { settings: { ...settings, anonymityThreshold: 2 } })).toHaveProperty('error')
})
