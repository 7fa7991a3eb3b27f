import { z } from 'zod'
import { isFailure } from '@/domain/errors'
import { findDeliveries } from '@/pipeline/act/find-deliveries'
import { limitSchema, readQuery } from '../../_machine/query'
import { machineRoute } from '../../_machine/route'

const querySchema = z.strictObject({
  limit: limitSchema,
  cursor: z.string().max(200).optional(),
  target: z
    .string()
    .regex(/^(webhook|chat):[a-z0-9][a-z0-9_-]{0,63}$/, 'must be webhook:KEY or chat:KEY')
    .optional(),
  group: z.enum(['waiting', 'dead', 'suppressed', 'sent']).optional(),
})

export const GET = machineRoute('deliveries.read', async ({ caller, url }) => {
  const query = readQuery(querySchema, url)
  return isFailure(query) ? query : { body: await findDeliveries({ organizationId: caller.organizationId, ...query.value }) }
})
