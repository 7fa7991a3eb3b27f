import { z } from 'zod'
import { whereSchema } from '@/domain/condition/where-schema'
import { fail, isFailure } from '@/domain/errors'
import { getMetricSeries } from '@/pipeline/analyze/get-metric-series'
import { daySchema, readQuery } from '../../../_machine/query'
import { machineRoute } from '../../../_machine/route'

const querySchema = z.strictObject({
  survey: z.string().optional(),
  touchpoint: z.string().optional(),
  journey: z.string().optional(),
  channel: z.string().optional(),
  locale: z.string().optional(),
  where: whereSchema.optional(),
  from: daySchema.default('0001-01-01'),
  to: daySchema.default('9999-12-31'),
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
  const series = await getMetricSeries({ organizationId: caller.organizationId, metric, ...query.value })
  return isFailure(series) ? series : { body: series }
})
