import { beforeAll, expect, test } from 'vitest'
import { GET as readJourney } from '@/app/api/v1/analysis/journey/route'
import { addDays } from '@/domain/analysis/calendar'
import { otherSideOf } from '@/domain/analysis/map-sides'
import { type Failure, isFailure } from '@/domain/errors'
import { getChanges } from '@/pipeline/analyze/get-changes'
import { getJourneyMap, type JourneyMap } from '@/pipeline/analyze/get-journey-map'
import { getTaggedQuestions } from '@/pipeline/analyze/get-tagged-questions'
import { getTopTopics, newestRead } from '@/pipeline/analyze/get-top-topics'
import { newReading } from '@/pipeline/analyze/new-reading'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { exportProgramme } from '@/pipeline/design/export-programme'
import { listChanges } from '@/pipeline/design/list-changes'
import { importResponses } from '@/pipeline/listen/import-responses'
import { createApiKey } from '@/pipeline/operate/create-api-key'
import { scoreResponses } from '@/pipeline/score/score-response'
import { findUnscored } from '@/store/response/save-responses'
import { statementsOf } from '~tests/support/plans'
import { openShop, rowsOf } from '~tests/support/shop'

const period = { from: '2026-05-01', to: '2026-05-30' }
const comparedWith = { from: '2026-04-01', to: '2026-04-30' }
const everything = { all: [] }

let organizationId: string

const found = <Answer>(answer: Answer | Failure): Answer => {
  if (isFailure(answer)) throw new Error(JSON.stringify(answer))
  return answer
}

const touchpoint = (stage: string, more: object = {}) => ({
  name: 'Place',
  journey: 'order',
  stage,
  channel: 'web',
  owner: 'olga@shop.example',
  ...more,
})

/** Receiving has two touchpoints with NPS, help one with CSAT, and nobody has come to the end yet. */
const programme = {
  journeys: {
    order: {
      name: 'Order',
      stages: [
        { key: 'receive', name: 'Receive', phase: 'sale' },
        { key: 'help', name: 'Help', phase: 'after-sale' },
        { key: 'end', name: 'End', phase: 'after-sale' },
      ],
    },
    other: { name: 'Other', stages: [{ key: 'one', name: 'One', phase: 'pre-sale' }] },
  },
  touchpoints: {
    delivery: touchpoint('receive', {
      dimension: 'convenience',
      momentOfTruth: true,
      standard: { metric: 'nps', target: 30 },
    }),
    store: touchpoint('receive'),
    help: touchpoint('help', { module: 'feel', standard: { metric: 'csat', target: 0.5 }, owner: 'care' }),
    loyalty: touchpoint('end'),
  },
  surveys: {
    help: {
      touchpoint: 'help',
      title: 'Tell us',
      pages: [
        {
          questions: [
            { key: 'csat', kind: 'csat', role: 'outcome', text: 'Satisfied?', dimension: 'service' },
            { key: 'ease', kind: 'rating', scale: 5, text: 'Easy?', dimension: 'convenience' },
          ],
        },
      ],
    },
  },
}

const history = () =>
  Array.from({ length: 60 }, (_, at) => addDays(comparedWith.from, at)).flatMap((day, at) => {
    const submittedAt = `${day}T12:00:00Z`
    const isLate = day >= '2026-05-08'
    const [locale, channel] = [at % 3 === 0 ? 'zh-CN' : 'en', at % 2 === 0 ? 'web' : 'app']
    return [
      {
        survey: 'delivery',
        answers: { nps: isLate ? at % 5 : 9 + (at % 2), reason: 'The delivery was late and slow' },
        submittedAt,
      },
      { survey: 'delivery', answers: { nps: isLate ? 3 : 8 }, submittedAt, locale, channel },
      { survey: 'store', answers: { nps: 6 + (at % 5) }, submittedAt, locale },
      { survey: 'help', answers: { csat: 1 + (at % 5), ease: 1 + (at % 4) }, submittedAt, channel },
    ]
  })

beforeAll(async () => {
  organizationId = await openShop('map')
  const applied = await applyProgramme(organizationId, programme, { by: 'ada@shop.example' })
  if (isFailure(applied)) throw new Error(JSON.stringify(applied))
  const { rejected } = await importResponses(organizationId, history(), 'none', new Date('2026-06-01T00:00:00Z'))
  expect(rejected).toEqual([])
  for (let due = await findUnscored(64); due.length > 0; due = await findUnscored(64)) await scoreResponses(due)
})

const mapOf = async (narrowing: object = {}, more: object = {}): Promise<JourneyMap> =>
  found(
    await getJourneyMap({
      organizationId,
      now: { narrowing, period },
      against: { narrowing, period: comparedWith },
      ...more,
    }),
  )
const placesOf = (map: JourneyMap) => map.journeys.flatMap(({ stages }) => stages.flatMap(({ touchpoints }) => touchpoints))

type Count = { n: number; high: number; low: number }
const recount = async (metric: string, touchpoints: readonly string[], span: { from: string; to: string }): Promise<Count> => {
  const [row] = await rowsOf<Count>(
    `select count(*)::int as n, count(*) filter (where category in ('promoter', 'satisfied'))::int as high,
            count(*) filter (where category in ('detractor', 'dissatisfied'))::int as low
       from scores s join touchpoints t on t.organization_id = s.organization_id and t.id = s.touchpoint_id
      where s.organization_id = $1 and s.metric = $2 and t.key = any($3) and s.day between $4 and $5`,
    [organizationId, metric, touchpoints, span.from, span.to],
  )
  if (!row) throw new Error('a count is one row')
  return row
}
const npsOf = ({ n, high, low }: Count): number => ((high - low) / n) * 100

test('every touchpoint and every stage shows what a recount of the scores gives, on both sides', async () => {
  const map = await mapOf({}, { measure: 'nps' })
  expect(map.source).toBe('rollups')
  const [receive, help, end] = map.journeys[0]?.stages ?? []
  for (const key of ['delivery', 'store']) {
    const place = receive?.touchpoints.find((one) => one.key === key)
    const [now, before] = await Promise.all([recount('nps', [key], period), recount('nps', [key], comparedWith)])
    expect(place?.score?.summary).toMatchObject({ n: now.n, value: npsOf(now) })
    expect(place?.before).toMatchObject({ n: before.n, value: npsOf(before) })
    expect(place?.points.reduce((sum, { n }) => sum + n, 0)).toBe(now.n)
  }
  const both = await recount('nps', ['delivery', 'store'], period)
  expect(receive?.curve).toMatchObject({ touchpoints: 2, summary: { n: both.n, value: npsOf(both) } })
  const satisfied = await recount('csat', ['help'], period)
  expect(help?.touchpoints[0]?.score?.summary).toMatchObject({ n: satisfied.n, value: satisfied.high / satisfied.n })
  // Help doesn't ask for NPS, and at the end nobody has been asked: gaps, not zeros.
  for (const stage of [help, end])
    expect(stage?.curve).toMatchObject({ touchpoints: 0, change: null, summary: { n: 0, value: null } })
  expect(end?.touchpoints[0]).toMatchObject({ score: null, standing: null, before: null, points: [] })
})

test('standards are met or missed, moments of truth marked, and a clear fall is told among all comparisons', async () => {
  const map = await mapOf({}, { measure: 'nps' })
  const [delivery, store, help] = placesOf(map)
  expect(delivery).toMatchObject({
    key: 'delivery',
    isMomentOfTruth: true,
    standing: { target: 30, isMet: false, isCertain: true },
  })
  expect(store).toMatchObject({ isMomentOfTruth: false, standing: null })
  expect(help).toMatchObject({ ownerTeamKey: 'care', standing: { target: 0.5, isMet: false, isCertain: false } })
  expect(delivery?.change).toMatchObject({ isSignificant: true })
  expect(delivery?.change?.difference).toBeLessThan(-50)
  expect(store?.change).toMatchObject({ isSignificant: false })
  // Three touchpoints and one stage: the other stages have nothing on the measure.
  expect(map.compared).toBe(4)
})

test('unless one is asked for, the curve takes what most touchpoints have answers on', async () => {
  const { measure, coverage } = await mapOf()
  expect(coverage).toEqual({ sentiment: 1, nps: 2, csat: 1, ces: 0 })
  expect(measure.key).toBe('nps')
})

test.each([{}, { touchpoint: 'delivery' }, { journey: 'order', channel: 'app' }, { survey: 'store' }, { journey: 'nowhere' }])(
  'under %j single answers give the same map as daily sums',
  async (narrowing) => {
    const summed = await mapOf(narrowing)
    const counted = await mapOf({ ...narrowing, where: everything })
    expect(counted).toEqual({ ...summed, source: 'responses' })
  },
)

test.each([
  ['days', { from: '2026-04-28', to: '2026-05-09' }],
  ['weeks', { from: '2026-04-10', to: '2026-05-20' }],
  ['months', { from: '2026-01-15', to: '2026-05-17' }],
])('trends by %s tell each answer of the period in its bucket, from daily sums as from single answers', async (_, span) => {
  const sidesOf = (narrowing: object) => ({ now: { narrowing, period: span }, against: { narrowing, period: comparedWith } })
  const [summed, counted] = await Promise.all([mapOf({}, sidesOf({})), mapOf({}, sidesOf({ where: everything }))])
  expect(counted).toEqual({ ...summed, source: 'responses' })
  const trend = placesOf(summed).find(({ key }) => key === 'delivery')?.points
  expect(trend?.reduce((sum, { n }) => sum + n, 0)).toBe((await recount('nps', ['delivery'], span)).n)
})

test('touchpoints and channels, which a screen reads once, are what each of them is by itself', async () => {
  expect(await mapOf({}, { reading: newReading() })).toEqual(await mapOf())
  const asked = { organizationId, period, comparedWith }
  const { result, statements } = await statementsOf(() => getChanges({ ...asked, reading: newReading() }))
  expect(result).toEqual(await getChanges(asked))
  // Two touchpoints and two channels have enough answers on NPS, and one with its channels on CSAT.
  expect(result).toMatchObject({ compared: 7, moves: expect.arrayContaining([expect.objectContaining({ metric: 'nps' })]) })
  expect(statements.filter(({ text }) => /group by r\.metric, r\.(touchpoint_id|channel)/.test(text))).toHaveLength(2)
})

test('a map of one journey or one touchpoint shows no other', async () => {
  expect((await mapOf()).journeys.map(({ key }) => key)).toEqual(['order', 'other'])
  expect((await mapOf({ journey: 'other' })).journeys.map(({ key }) => key)).toEqual(['other'])
  expect(placesOf(await mapOf({ touchpoint: 'store' })).map(({ key }) => key)).toEqual(['store'])
})

test('those whom a condition finds and everybody else together are everybody', async () => {
  const where = { field: 'response.locale', op: 'eq', value: 'zh-CN' } as const
  const { against } = otherSideOf({ narrowing: { where }, period, comparedWith, beside: 'rest' })
  const map = found(await getJourneyMap({ organizationId, now: { narrowing: { where }, period }, against, measure: 'nps' }))
  const all = await mapOf({}, { measure: 'nps' })
  const [store, stores] = [map, all].map((one) => placesOf(one).find(({ key }) => key === 'store'))
  expect(store?.score?.summary.n).toBeGreaterThan(0)
  expect((store?.score?.summary.n ?? 0) + (store?.before?.n ?? 0)).toBe(stores?.score?.summary.n)
  expect(store?.change).not.toBeNull()
})

test('beside everybody nothing is tested, since the same answers count on both sides', async () => {
  const where = { field: 'response.locale', op: 'eq', value: 'en' } as const
  const { against } = otherSideOf({ narrowing: { where }, period, comparedWith, beside: 'everybody' })
  const map = found(await getJourneyMap({ organizationId, now: { narrowing: { where }, period }, against }))
  const all = await mapOf()
  expect(map.compared).toBe(0)
  const [place, whole] = [placesOf(map)[0], placesOf(all)[0]]
  expect(place?.change).toBeNull()
  expect(place?.before).toEqual(whole?.score?.summary)
})

test('the top topic is the one that most of the newest answers name', async () => {
  const topics = found(await getTopTopics({ organizationId, timeZone: 'UTC', period }))
  const insights = await rowsOf<{ id: string; topics: { key: string }[] }>(
    `select r.id, i.topics from responses r join text_insights i on i.organization_id = r.organization_id and i.response_id = r.id
      where r.organization_id = $1 and r.submitted_at >= '2026-05-01T00:00:00Z' and r.submitted_at < '2026-05-31T00:00:00Z'`,
    [organizationId],
  )
  expect(insights.length).toBeGreaterThan(0)
  expect(insights.length).toBeLessThan(newestRead)
  const counts = new Map<string, number>()
  for (const { topics: named } of insights)
    for (const key of new Set(named.map((one) => one.key))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const most = Math.max(...counts.values())
  const delivery = placesOf(await mapOf()).find(({ key }) => key === 'delivery')
  expect([...topics.keys()]).toEqual([delivery?.id])
  const top = topics.get(delivery?.id ?? '')
  expect(top).toMatchObject({ n: most, of: insights.length, label: 'negative' })
  expect(counts.get(top?.topic ?? '')).toBe(most)
})

test('questions are told by what they are about, each on its own scale', async () => {
  const questions = found(await getTaggedQuestions({ organizationId, period }, 'dimension'))
  expect(questions.map(({ tag, key, kind, range, summary }) => ({ tag, key, kind, range, n: summary.n }))).toEqual([
    { tag: 'service', key: 'csat', kind: 'csat', range: { low: 1, high: 5 }, n: 30 },
    { tag: 'convenience', key: 'ease', kind: 'mean', range: { low: 1, high: 5 }, n: 30 },
  ])
  const counted = found(await getTaggedQuestions({ organizationId, period, where: everything }, 'dimension'))
  expect(counted).toEqual(questions)
  expect(found(await getTaggedQuestions({ organizationId, period }, 'module'))).toEqual([])
})

test('a moment of truth is part of the programme, and taking it off is kept in the history', async () => {
  const { touchpoints } = await exportProgramme(organizationId)
  expect(touchpoints.delivery).toMatchObject({ momentOfTruth: true })
  expect(touchpoints.store).not.toHaveProperty('momentOfTruth')
  const off = { touchpoints: { delivery: { ...touchpoints.delivery, momentOfTruth: false } } }
  expect(isFailure(await applyProgramme(organizationId, off, { by: 'ada@shop.example' }))).toBe(false)
  expect((await exportProgramme(organizationId)).touchpoints.delivery).not.toHaveProperty('momentOfTruth')
  const [last] = await listChanges(organizationId, 'touchpoints', 'delivery')
  expect(last).toMatchObject({ before: { momentOfTruth: true }, after: expect.not.objectContaining({ momentOfTruth: true }) })
  expect(isFailure(await applyProgramme(organizationId, programme, { by: 'ada@shop.example' }))).toBe(false)
})

test('the machine door tells the same map, and refuses days that make no period', async () => {
  const made = await createApiKey(organizationId, 'machine', 'analyst')
  if (isFailure(made)) throw new Error(made.error)
  const ask = (query: Record<string, string>) =>
    readJourney(
      new Request(`http://earshot.example/api/v1/analysis/journey?${new URLSearchParams(query)}`, {
        headers: { authorization: `Bearer ${made.key}` },
      }),
      { params: Promise.resolve({}) },
    )
  const days = { ...period, compareFrom: comparedWith.from, compareTo: comparedWith.to }
  const answer = await ask({ ...days, measure: 'nps' })
  expect(answer.status).toBe(200)
  const body = await answer.json()
  const map = await mapOf({}, { measure: 'nps' })
  expect(body).toMatchObject({ period, comparedWith, measure: 'nps', source: 'rollups', compared: map.compared })
  const [delivery] = placesOf(map)
  expect(body.journeys[0].stages[0].touchpoints[0]).toMatchObject({
    key: 'delivery',
    momentOfTruth: true,
    owner: { email: 'olga@shop.example', name: 'Olga Owner' },
    standard: { metric: 'nps', target: 30, responseHours: null },
    score: { metric: 'nps', n: delivery?.score?.summary.n, value: delivery?.score?.summary.value },
    standing: { met: false, certain: true },
    change: { significant: true, difference: delivery?.change?.difference },
    openCases: 0,
  })
  expect(body.journeys[0].stages[1].touchpoints[0]).toMatchObject({ owner: { team: 'care', name: 'Care' } })
  for (const query of [{ from: '2026-05-01' }, { from: '2026-05-02', to: '2026-05-01' }, { measure: 'mood' }, { period: '30d' }])
    expect((await ask(query as Record<string, string>)).status).toBe(422)
  expect((await ask({ where: 'score.nps:lte:6' })).status).toBe(200)
})
