import { beforeAll, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { findResponses } from '@/pipeline/analyze/find-responses'
import { getDistributions } from '@/pipeline/analyze/get-distributions'
import { getHeadlines } from '@/pipeline/analyze/get-headlines'
import { getMetricSeries } from '@/pipeline/analyze/get-metric-series'
import { getOwnDistribution } from '@/pipeline/analyze/get-own-distribution'
import { getResponse } from '@/pipeline/analyze/get-response'
import { getTopTopics } from '@/pipeline/analyze/get-top-topics'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { fillWithResponses } from '~tests/support/many-responses'
import { bluntLooks, statementsOf } from '~tests/support/plans'
import { openShop, rowsOf } from '~tests/support/shop'

const size = 100_000
let organizationId: string
let anyId: string
beforeAll(async () => {
  organizationId = await openShop()
  await fillWithResponses(organizationId, size)
  const mine = { name: 'Mine', of: 'share', question: 'speed', positiveFrom: 2.5 }
  const applied = await applyProgramme(organizationId, { metrics: { mine } })
  if (isFailure(applied)) throw new Error(JSON.stringify(applied))
  // As it would be, had the survey been published so.
  await rowsOf(
    `update survey_versions v set definition = v.definition || '{"anonymous": true}' from surveys s
      where v.organization_id = $1 and s.organization_id = $1 and s.id = v.survey_id and s.key = 'store'`,
    [organizationId],
  )
  await rowsOf('analyze survey_versions')
  const [one] = await rowsOf<{ id: string }>(
    `select r.id from responses r join surveys s on s.id = r.survey_id where s.key = 'store' limit 1`,
  )
  anyId = one?.id ?? ''
}, 120_000)

const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)
const month = { from: day(29), to: day(0) }
const low = { field: 'score.nps', op: 'lte', value: 6 } as const

const asked: [name: string, work: () => Promise<unknown>][] = [
  ['Overview', () => getHeadlines({ organizationId, period: month })],
  ['Overview under a condition', () => getHeadlines({ organizationId, period: month, where: low })],
  ['distributions', () => getDistributions({ organizationId, period: month })],
  [
    'a metric by channel',
    () => getMetricSeries({ organizationId, ...month, metric: 'nps', interval: 'day', groupBy: 'channel' }),
  ],
  ['a page of responses', () => findResponses({ organizationId, timeZone: 'UTC', limit: 50 })],
  ['a page under a condition', () => findResponses({ organizationId, timeZone: 'UTC', limit: 50, where: low, survey: 'store' })],
  ['a distribution of one’s own', () => getOwnDistribution({ organizationId, metric: 'mine', period: month })],
  [
    'a distribution of one’s own under a condition',
    () => getOwnDistribution({ organizationId, metric: 'mine', period: month, where: low }),
  ],
  ['topics', () => getTopTopics({ organizationId, timeZone: 'UTC', period: month })],
  ['one response', () => getResponse(organizationId, anyId)],
]

test.each(asked)(
  'with an anonymous survey no plan of %s goes through everything',
  async (_, work) => {
    const { result, statements } = await statementsOf(work)
    expect(isFailure(result as object)).toBe(false)
    expect(statements.length).toBeGreaterThan(1)
    expect(await bluntLooks(statements)).toEqual([])
  },
  60_000,
)
