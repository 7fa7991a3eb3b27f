import { z } from 'zod'
import { whereSchema } from '@/domain/condition/where-schema'
import { isFailure } from '@/domain/errors'
import { instantSchema } from '@/domain/schemas'
import { getMetricSeries } from '@/pipeline/analyze/get-metric-series'
import { removeObject } from '@/pipeline/design/remove-object'
import { putRoute } from '../../../_machine/put-route'
import { daySchema, inOrder, readQuery } from '../../../_machine/query'
import { machineRoute } from '../../../_machine/route'
import { seriesBody } from './series-body'

const querySchema = z
  .strictObject({
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
    asOf: instantSchema.optional(),
  })
  .refine(...inOrder)

export const GET = machineRoute('analysis.read', async ({ caller, params, url }) => {
  const metric = params.metric ?? ''
  const query = readQuery(querySchema, url)
  if (isFailure(query)) return query
  const series = await getMetricSeries({ organizationId: caller.organizationId, metric, ...query.value })
  return isFailure(series) ? series : { body: seriesBody(series) }
})

const put = putRoute('metrics', 'programme.write')

/** What stands under `metrics` in a programme file, under its key. */
export const PUT: typeof put = (request, { params }) =>
  put(request, { params: params.then(({ metric = '' }) => ({ key: metric })) })

export const DELETE = machineRoute('programme.write', async ({ caller, params }) => {
  const removed = await removeObject(caller.organizationId, 'metrics', params.metric ?? '', caller.by)
  return isFailure(removed) ? removed : new Response(null, { status: 204 })
})
