import { z } from 'zod'
import { isFailure } from '@/domain/errors'
import { severitySchema } from '@/domain/schemas'
import { findAlerts } from '@/pipeline/alert/find-alerts'
import { limitSchema, readQuery } from '../../_machine/query'
import { machineRoute } from '../../_machine/route'

const querySchema = z.strictObject({
  limit: limitSchema,
  cursor: z.string().max(200).optional(),
  status: z.enum(['raised', 'acknowledged', 'muted']).optional(),
  severity: severitySchema.optional(),
  rule: z.string().optional(),
  touchpoint: z.string().optional(),
})

export const GET = machineRoute('alerts.read', async ({ caller, url }) => {
  const query = readQuery(querySchema, url)
  return isFailure(query) ? query : { body: await findAlerts({ organizationId: caller.organizationId, ...query.value }) }
})
