import { z } from 'zod'
import { localDay } from '@/domain/analysis/local-day'
import { resolvePeriod } from '@/domain/analysis/period'
import { isFailure } from '@/domain/errors'
import { getLoop } from '@/pipeline/analyze/get-loop'
import { getSettings } from '@/pipeline/operate/get-settings'
import { daySchema, readQuery } from '../../../_machine/query'
import { machineRoute } from '../../../_machine/route'

const querySchema = z
  .strictObject({ touchpoint: z.string().optional(), from: daySchema.optional(), to: daySchema.optional() })
  .refine(({ from, to }) => (from === undefined) === (to === undefined) && (from ?? '') <= (to ?? ''), {
    path: ['to'],
    message: '"from" and "to" go together, in their order',
  })

/** Without days: the last 30. Times are in minutes; what would tell of fewer than five of somebody's cases is suppressed. */
export const GET = machineRoute('analysis.read', async ({ caller, url }) => {
  const query = readQuery(querySchema, url)
  if (isFailure(query)) return query
  const { from, to, touchpoint } = query.value
  const { organizationId } = caller
  const { timeZone } = (await getSettings(organizationId, false)).organization
  const now = new Date()
  const today = localDay(now, timeZone)
  const period = resolvePeriod(from && to ? { period: 'custom', from, to } : { period: '30d' }, today)
  return { body: { ...period, ...(await getLoop({ organizationId, period, touchpoint, now })) } }
})
