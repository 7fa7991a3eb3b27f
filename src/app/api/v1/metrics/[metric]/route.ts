import { z } from 'zod'
import { fail, isFailure } from '@/domain/errors'
import { getMetricSeries } from '@/pipeline/analyze/get-metric-series'
import { readQuery } from '../../../_machine/query'
import { machineRoute } from '../../../_machine/route'

const day = z.iso.date('must be a day such as 2026-05-01')

const querySchema = z.strictObject({
  survey: z.string().optional(),
  touchpoint: z.string().optional(),
  channel: z.string().optional(),
  from: day.default('0001-01-01'),
  to: day.default('9999-12-31'),
  interval: z.enum(['day', 'week', 'month', 'all']).default('all'),
  groupBy: z.enum(['touchpoint', 'survey', 'channel']).optional(),
})

const acrossSurveys = ['nps', 'csat', 'ces', 'sentiment']

export const GET = machineRoute('analysis.read', async ({ caller, params, url }) => {
  const metric = params.metric ?? ''
  const query = readQuery(querySchema, url)
  if (isFailure(query)) return query
  if (!acrossSurveys.includes(metric) && query.value.survey === undefined)
    return fail('invalid', undefined, [{ path: 'survey', message: `"${metric}" is a question’s key: name its survey` }])
  return { body: await getMetricSeries({ organizationId: caller.organizationId, metric, ...query.value }) }
})
