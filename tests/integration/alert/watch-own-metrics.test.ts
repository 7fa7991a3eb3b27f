import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Finding } from '@/domain/alert/finding'
import { backTestRule } from '@/pipeline/alert/back-test-rule'
import { findTroubledRules } from '@/pipeline/alert/find-troubled-rules'
import { watchRule } from '@/pipeline/alert/watch-rules'
import { getMetric } from '@/pipeline/analyze/get-metric'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { exportProgramme } from '@/pipeline/design/export-programme'
import { removeObject } from '@/pipeline/design/remove-object'
import { importResponses } from '@/pipeline/listen/import-responses'
import { scoreResponses } from '@/pipeline/score/score-response'
import { claimWatchedRules } from '@/store/rule/claim-watched'
import { openShop, rowsOf, shop } from '~tests/support/shop'

const dayMs = 86_400_000
const ada = 'ada@shop.example'
let organizationId: string

const store = {
  ...shop.surveys.store,
  pages: [
    {
      questions: [
        { key: 'nps', kind: 'nps', text: 'Would you recommend us?' },
        { key: 'service', kind: 'rating', scale: 5, text: 'Service?' },
        {
          ...{ key: 'how', kind: 'single_choice', text: 'How was it?' },
          options: [
            { key: 'good', text: 'Good' },
            { key: 'bad', text: 'Bad' },
          ],
        },
      ],
    },
  ],
}
const metrics = {
  fine: { name: { en: 'All fine', 'zh-CN': '一切都好' }, of: 'share', question: 'how', options: ['good'] },
  served: { name: 'Service', of: 'mean', question: 'service', scale: { from: 1, to: 5 } },
  trouble: { name: 'Trouble', of: 'share', question: 'how', options: ['bad'], better: 'less' },
  whole: {
    ...{ name: 'The whole', of: 'index' },
    parts: [
      { metric: 'nps', weight: 1 },
      { metric: 'fine', weight: 2 },
    ],
  },
}

/** Four answers a day: well for five weeks, badly on the last ten days. */
const history = Array.from({ length: 45 }, (_, ago) =>
  Array.from({ length: 4 }, (_, hour) => {
    const isBad = ago < 10 && hour > 0
    const answers = {
      nps: isBad ? 2 : 8 + (hour % 3),
      service: isBad ? 2 : 4 + (hour % 2),
      how: isBad || ago % 7 === 0 ? 'bad' : 'good',
    }
    return { survey: 'store', answers, submittedAt: new Date(Date.now() - ago * dayMs).toISOString() }
  }),
).flat()

beforeAll(async () => {
  organizationId = await openShop('own-watched')
  const applied = await applyProgramme(organizationId, { surveys: { store }, metrics: { ...metrics, care: metrics.served } })
  if ('error' in applied) throw new Error(JSON.stringify(applied))
  const [survey] = await rowsOf<{ slug: string }>(`select slug from surveys where organization_id = $1 and key = 'store'`, [
    organizationId,
  ])
  const responses = history.map((one) => ({ ...one, survey: survey?.slug }))
  const { ids, rejected } = await importResponses(organizationId, responses, 'none', new Date())
  expect(rejected).toEqual([])
  await scoreResponses(ids.flatMap((id) => (id ? [{ organizationId, id }] : [])))
})
beforeEach(() => rowsOf('delete from alerts where organization_id = $1', [organizationId]))

const ruleAbout = (about: object, more: object = {}) => ({ name: 'Watch', touchpoints: ['store', 'loyalty'], about, ...more })
const put = (rule: object) => applyProgramme(organizationId, { alertRules: { watch: rule } })

/** What the worker finds by the one rule that watches. */
const found = async (about: object, aloneMs?: number, more: object = {}) => {
  const applied = await put(ruleAbout(about, more))
  if ('error' in applied) throw new Error(JSON.stringify(applied))
  await rowsOf('update alert_rules set watched_at = null where organization_id = $1', [organizationId])
  const [rule] = await claimWatchedRules(5)
  if (!rule) throw new Error('nothing to look at')
  await watchRule(rule, new Date(), aloneMs === undefined ? {} : { aloneMs })
  return rowsOf<{ finding: Finding; touchpoint: string }>(
    `select a.finding, t.key as touchpoint from alerts a join touchpoints t on t.id = a.touchpoint_id where a.organization_id = $1`,
    [organizationId],
  )
}
const day = (ago: number) => new Date(Date.now() - ago * dayMs).toISOString().slice(0, 10)

test.each([
  ['a share of options', 'fine', 'csat', 0],
  ['a mean', 'served', 'mean', 2.75],
  ['an index', 'whole', 'mean', null],
] as const)(
  'a rule about a shift watches %s that it names, told with its name, since when and on what n',
  async (_, metric, kind, value) => {
    const [one, ...others] = await found({ kind: 'shift', metric })
    expect(others).toEqual([])
    expect(one?.touchpoint).toBe('store')
    expect(one?.finding).toMatchObject({
      ...{ kind: 'shift', direction: 'fall', metric, metricName: metrics[metric].name, metricKind: kind },
      // Each answer counts once, whatever else the rule reads: ten days of four, and those before.
      ...{ n: 40, since: day(9) },
      before: { n: 112 },
    })
    if (value !== null && one?.finding.kind === 'shift') expect(one.finding.value).toBeLessThan(value + 0.3)
  },
)

test('a standard on an index counts each answer of its parts once, wherever they are counted', async () => {
  const standard = { metric: 'whole', target: 90, responseHours: 24 }
  await applyProgramme(organizationId, { touchpoints: { store: { ...shop.touchpoints.store, standard } } })
  const [one] = await found({ kind: 'standard_missed', days: 10, least: 10 })
  expect(one?.finding).toMatchObject({ kind: 'standard_missed', metric: 'whole', n: 40, target: 90 })
  const period = { from: day(9), to: day(0) }
  const shown = await getMetric({ organizationId, key: 'whole', touchpoint: 'store', period, comparedWith: period })
  if ('error' in shown) throw new Error(shown.error)
  // Counted twice, a part would have an interval that is too narrow.
  expect(one?.finding).toMatchObject({ low: shown.summary.low, high: shown.summary.high })
  await applyProgramme(organizationId, { touchpoints: { store: shop.touchpoints.store } })
})

test('a metric that takes too long to count is named with its touchpoint, and judged when it goes well', async () => {
  expect(await found({ kind: 'shift', metric: 'fine' }, 0)).toEqual([])
  const [troubled] = await findTroubledRules(organizationId)
  expect(troubled?.trouble.slow).toContainEqual({ touchpoint: 'store', metric: 'fine' })
  expect(await found({ kind: 'shift', metric: 'fine' })).toHaveLength(1)
  expect(await findTroubledRules(organizationId)).toEqual([])
})

test('the past tells of a named metric what the worker does, and of none that isn’t there', async () => {
  const test = (metric: string) =>
    backTestRule({ organizationId, days: 5, now: new Date(), rule: ruleAbout({ kind: 'shift', metric }) })
  const result = await test('whole')
  expect(result).toMatchObject({ findings: [{ touchpoint: { key: 'store' }, finding: { metric: 'whole', direction: 'fall' } }] })
  const missing = [{ path: 'about.metric', message: 'there is no metric "nothing"' }]
  expect(await test('nothing')).toMatchObject({ error: 'invalid', errors: missing })
})

test('what gets worse by rising is told as a rise, by the worker and of the past alike, and not where it stands for the better', async () => {
  const about = { kind: 'shift', metric: 'trouble' }
  const wanted = { kind: 'shift', metric: 'trouble', direction: 'rise', better: 'less', since: day(9), n: 40 }
  const test = () => backTestRule({ organizationId, days: 5, now: new Date(), rule: ruleAbout(about) })
  expect(await found(about)).toMatchObject([{ touchpoint: 'store', finding: wanted }])
  expect(await test()).toMatchObject({ findings: [{ finding: { metric: 'trouble', direction: 'rise', better: 'less' } }] })
  await rowsOf('delete from alerts where organization_id = $1', [organizationId])
  const turn = (better: 'more' | 'less') =>
    applyProgramme(organizationId, { metrics: { trouble: { ...metrics.trouble, better, reason: 'Another way' } } })
  expect(await turn('more')).not.toHaveProperty('error')
  expect(await found(about)).toEqual([])
  expect(await test()).toMatchObject({ findings: [] })
  await turn('less')
})

test('a standard of which less is better is missed over it and met under it', async () => {
  const promise = async (target: number) => {
    const standard = { metric: 'trouble', target, responseHours: 24 }
    await applyProgramme(organizationId, { touchpoints: { store: { ...shop.touchpoints.store, standard } } })
    await rowsOf('delete from alerts where organization_id = $1', [organizationId])
    return found({ kind: 'standard_missed', days: 10, least: 10 })
  }
  expect(await promise(90)).toEqual([])
  expect(await promise(20)).toMatchObject([{ finding: { metric: 'trouble', target: 0.2, better: 'less', n: 40 } }])
  await applyProgramme(organizationId, { touchpoints: { store: shop.touchpoints.store } })
})

test('a rule names a metric that is there, and what a rule watches can’t be taken away', async () => {
  const path = 'alertRules.watch.about.metric'
  const refused = { errors: [{ path, message: 'there is no metric "nothing"' }] }
  expect(await put(ruleAbout({ kind: 'shift', metric: 'nothing' }))).toMatchObject(refused)
  // Words have no definition that a number could be named by.
  expect(await put(ruleAbout({ kind: 'shift', metric: 'sentiment' }))).toHaveProperty('error')
  await put(ruleAbout({ kind: 'shift', metric: 'care' }, { enabled: false }))
  expect((await exportProgramme(organizationId)).alertRules.watch?.about).toMatchObject({ kind: 'shift', metric: 'care' })
  expect(await removeObject(organizationId, 'metrics', 'care', ada)).toMatchObject({ errors: [{ path }] })
  await put(ruleAbout({ kind: 'shift' }))
  expect(await removeObject(organizationId, 'metrics', 'care', ada)).not.toHaveProperty('error')
})

test('of anonymous answers a shift is found in whole groups, and none where they are too few', async () => {
  const pulse = (touchpoint: string) => ({
    ...{ touchpoint, title: 'Pulse', anonymous: true },
    pages: [{ questions: [{ key: 'calm', kind: 'rating', scale: 5, text: 'Calm?' }] }],
  })
  const calm = { name: 'Calm', of: 'share', question: 'calm', positiveFrom: 4 }
  const applied = await applyProgramme(organizationId, {
    surveys: { 'pulse-loyalty': pulse('loyalty'), 'pulse-help': pulse('help') },
    metrics: { 'calm-share': calm },
  })
  if ('error' in applied) throw new Error(JSON.stringify(applied))
  // Three a day are told two days at a time.
  const days = Array.from({ length: 40 }, (_, ago) => Array.from({ length: 3 }, (_, nth) => [ago, nth] as const)).flat()
  const answered = (survey: string, ago: number, value: number) => ({
    ...{ survey, answers: { calm: value } },
    submittedAt: new Date(Date.now() - ago * dayMs).toISOString(),
  })
  const many = days.map(([ago, nth]) => answered('pulse-loyalty', ago, ago < 12 ? 2 : nth === 0 && ago % 4 === 0 ? 3 : 5))
  const few = [0, 1, 20, 21].map((ago) => answered('pulse-help', ago, ago < 12 ? 1 : 5))
  const { ids, rejected } = await importResponses(organizationId, [...many, ...few], 'none', new Date())
  expect(rejected).toEqual([])
  await scoreResponses(ids.flatMap((id) => (id ? [{ organizationId, id }] : [])))
  const told = await found({ kind: 'shift', metric: 'calm-share' }, undefined, { touchpoints: 'all' })
  expect(told.map(({ touchpoint }) => touchpoint)).toEqual(['loyalty'])
  const [one] = told
  if (one?.finding.kind !== 'shift') throw new Error('no shift')
  expect([one.finding.n % 6, one.finding.before.n % 6]).toEqual([0, 0])
  expect(one.finding).toMatchObject({ direction: 'fall', value: 0 })
})
