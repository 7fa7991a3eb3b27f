import { beforeAll, expect, test } from 'vitest'
import { readCondition } from '@/domain/condition/read-condition'
import { isFailure } from '@/domain/errors'
import type { MetricDefinition } from '@/domain/metric/definition'
import { findCustomers } from '@/pipeline/analyze/find-customers'
import { findResponses } from '@/pipeline/analyze/find-responses'
import { getChanges } from '@/pipeline/analyze/get-changes'
import { getCustomer } from '@/pipeline/analyze/get-customer'
import { getDistributions } from '@/pipeline/analyze/get-distributions'
import { getHeadlines } from '@/pipeline/analyze/get-headlines'
import { getJourneyMap } from '@/pipeline/analyze/get-journey-map'
import { getMetric } from '@/pipeline/analyze/get-metric'
import { getMetricSeries } from '@/pipeline/analyze/get-metric-series'
import { getMoney } from '@/pipeline/analyze/get-money'
import { getOwnDistribution } from '@/pipeline/analyze/get-own-distribution'
import { getOwnMetrics } from '@/pipeline/analyze/get-own-metrics'
import { getRates } from '@/pipeline/analyze/get-rates'
import { getTaggedQuestions } from '@/pipeline/analyze/get-tagged-questions'
import { getTopTopics } from '@/pipeline/analyze/get-top-topics'
import { newReading } from '@/pipeline/analyze/new-reading'
import { scoreTouchpoints } from '@/pipeline/analyze/score-touchpoints'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { listHealthFacts } from '@/store/customer/list-health-facts'
import { fillWithResponses } from '~tests/support/many-responses'
import { bluntLooks, conditionOf, explain, statementsOf } from '~tests/support/plans'
import { countOf, openShop, rowsOf } from '~tests/support/shop'

const size = 100_000
let organizationId: string
beforeAll(async () => {
  organizationId = await openShop()
  await fillWithResponses(organizationId, size)
  const applied = await applyProgramme(organizationId, { metrics: { mine, quick } })
  if (isFailure(applied)) throw new Error(JSON.stringify(applied))
}, 120_000)

const now = new Date()
const day = (daysAgo: number) => new Date(now.getTime() - daysAgo * 86_400_000).toISOString().slice(0, 10)
const month = { from: day(29), to: day(0) }

const filters = [
  undefined,
  'score.nps:lte:6',
  'answer.speed:gte:4,answer.reason:contains:late',
  'customer.tier:in:[gold]',
  'text.topics:in:[delivery_time],text.label:eq:negative',
  'context.shop:eq:7',
  'response.channel:eq:web,response.locale:eq:zh-CN',
  'touchpoint.key:eq:store',
  'any(score.nps:lte:2,customer.tier:eq:gold,not(text.topics:exists))',
]

/** Metrics of one's own: from options, which are counted answer by answer, and from a scale of some surveys. */
const mine: MetricDefinition = { name: 'Mine', of: 'share', question: 'speed', positiveFrom: 2.5, least: 1 }
const chosen: MetricDefinition = { name: 'Mine', of: 'share', question: 'speed', options: ['a'], least: 1 }
const quick: MetricDefinition = {
  ...{ name: 'Mine', of: 'share', question: 'speed', surveys: ['delivery'] },
  ...{ positiveFrom: 4, least: 1 },
}

test.each(filters)(
  'no plan for %s goes through all responses, answers or scores',
  async (written) => {
    const read = written === undefined ? undefined : readCondition(written)
    if (read && 'errors' in read) throw new Error(JSON.stringify(read.errors))
    const narrowing = read ? { where: read.value } : {}
    const filter = { organizationId, ...narrowing }
    const side = { narrowing, period: month }
    const asked = [
      () => findResponses({ ...filter, timeZone: 'UTC', limit: 50 }),
      () => findResponses({ ...filter, timeZone: 'UTC', limit: 50, survey: 'store', box: 'low', period: month }),
      () => findResponses({ ...filter, timeZone: 'UTC', limit: 50, touchpoint: 'store', channel: 'web', status: 'completed' }),
      () => getHeadlines({ ...filter, period: month }),
      () => getHeadlines({ ...filter, period: month, reading: newReading() }),
      () => getHeadlines({ ...filter, period: month, journey: 'order', channel: 'app', locale: 'en' }),
      () => scoreTouchpoints({ ...filter, ...month, survey: 'delivery' }),
      () => getMetricSeries({ ...filter, ...month, metric: 'nps', interval: 'week', groupBy: 'touchpoint' }),
      () => getJourneyMap({ organizationId, now: { narrowing, period: month }, against: { narrowing, period: month } }),
      () => getTopTopics({ ...filter, timeZone: 'UTC', period: month }),
      () => getTaggedQuestions({ ...filter, period: month }, 'dimension'),
      () => getMetric({ ...filter, key: 'drafted', draft: chosen, period: month, comparedWith: month }),
      () => getMetric({ ...filter, key: 'drafted', draft: quick, period: month, comparedWith: month }),
      () => getOwnMetrics({ ...filter, period: month, comparedWith: month, reading: newReading() }),
      () => getChanges({ ...filter, period: month, reading: newReading() }),
      () => getJourneyMap({ organizationId, now: side, against: side, measure: 'mine', reading: newReading() }),
      () => getOwnDistribution({ ...filter, metric: 'mine', period: month }),
      () => getOwnDistribution({ ...filter, metric: 'mine', period: month, reading: newReading() }),
      () => getDistributions({ ...filter, period: month, survey: 'delivery' }),
      () => getRates({ ...filter, timeZone: 'UTC', period: month, comparedWith: month, touchpoint: 'store' }),
    ]
    for (const work of asked) {
      const { result, statements } = await statementsOf(work)
      expect(isFailure(result)).toBe(false)
      expect(statements.length).toBeGreaterThan(0)
      expect(await bluntLooks(statements)).toEqual([])
    }
  },
  60_000,
)

test('what people ask of a month is read within the month', async () => {
  expect(await countOf('responses where organization_id = $1', [organizationId])).toBe(size)
  const { statements } = await statementsOf(() =>
    getHeadlines({ organizationId, period: month, where: { field: 'score.nps', op: 'lte', value: 6 } }),
  )
  // What is measured by is looked up beside; the responses are what grows.
  const ofResponses = statements.filter(({ text }) => /from responses/.test(text))
  expect(ofResponses).toHaveLength(2)
  for (const statement of ofResponses) {
    const plan = await explain(statement)
    const scans = plan.filter((node) => /^responses/.test(node['Relation Name'] ?? ''))
    expect(scans.length).toBeGreaterThan(0)
    for (const scan of scans) expect(conditionOf(scan)).toMatch(/submitted_at >= .*submitted_at </)
  }
})

test('no plan of the customers’ screens goes through all customers, answers, events or cases', async () => {
  const [one] = await rowsOf<{ id: string }>('select customer_id as id from responses where customer_id is not null limit 1')
  const list = { organizationId, limit: 50 } as const
  const since = new Date(now.getTime() - 90 * 86_400_000)
  const asked = [
    () => findCustomers({ ...list, order: 'active' }, now),
    () => findCustomers({ ...list, order: 'value', text: 'c12' }, now),
    () => findCustomers({ ...list, order: 'value', atRiskSince: since }, now),
    () => findCustomers({ ...list, order: 'active', recoveredSince: since }, now),
    () => getMoney(organizationId, since),
    () => getCustomer(organizationId, one?.id ?? '', { now }),
    () => listHealthFacts(organizationId, [one?.id ?? ''], now),
  ]
  for (const work of asked) {
    const { result, statements } = await statementsOf(work)
    expect(isFailure(result)).toBe(false)
    expect(statements.length).toBeGreaterThan(0)
    expect(await bluntLooks(statements, { tables: ['customers'], named: /organization_id|to_tsvector/ })).toEqual([])
  }
}, 60_000)
