import { z } from 'zod'
import { isFailure } from '@/domain/errors'
import { getLatencies } from '@/pipeline/operate/get-latencies'
import { readQuery } from '../../_machine/query'
import { machineRoute } from '../../_machine/route'

const querySchema = z.strictObject({
  hours: z.coerce
    .number()
    .positive()
    .max(24 * 31)
    .default(24),
})

/** Percentiles in milliseconds, station by station, of the answers of the last hours. */
export const GET = machineRoute('analysis.read', async ({ caller, url }) => {
  const query = readQuery(querySchema, url)
  if (isFailure(query)) return query
  const since = new Date(Date.now() - query.value.hours * 3_600_000)
  return { body: { since, legs: await getLatencies(caller.organizationId, since) } }
})
