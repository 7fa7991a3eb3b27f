import { z } from 'zod'
import { isFailure } from '@/domain/errors'
import { getLatencies } from '@/pipeline/operate/get-latencies'
import { getLatenciesByDay } from '@/pipeline/operate/get-latencies-by-day'
import { readQuery } from '../../_machine/query'
import { machineRoute } from '../../_machine/route'

const querySchema = z.strictObject({
  hours: z.coerce
    .number()
    .positive()
    .max(24 * 31)
    .default(24),
  by: z.enum(['day']).optional(),
})

/** Percentiles in milliseconds, station by station, of the answers of the last hours; `by=day` adds each day's own. */
export const GET = machineRoute('analysis.read', async ({ caller, url }) => {
  const query = readQuery(querySchema, url)
  if (isFailure(query)) return query
  const since = new Date(Date.now() - query.value.hours * 3_600_000)
  const { organizationId } = caller
  const legs = await getLatencies(organizationId, since)
  if (isFailure(legs)) return legs
  if (!query.value.by) return { body: { since, legs } }
  const days = await getLatenciesByDay(organizationId, since)
  return isFailure(days) ? days : { body: { since, legs, days } }
})
