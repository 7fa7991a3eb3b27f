import { z } from 'zod'
import { isFailure } from '@/domain/errors'
import { listCustomers } from '@/pipeline/analyze/find-customers'
import { limitSchema, readQuery } from '../../_machine/query'
import { machineRoute } from '../../_machine/route'

const querySchema = z.strictObject({
  limit: limitSchema,
  cursor: z.string().max(200).optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(['active', 'value']).default('active'),
})

export const GET = machineRoute('customers.read', async ({ caller, url }) => {
  const query = readQuery(querySchema, url)
  if (isFailure(query)) return query
  const { q, sort, ...page } = query.value
  const found = await listCustomers({ organizationId: caller.organizationId, text: q, order: sort, ...page })
  if (isFailure(found)) return found
  return { body: { items: found.items.map(({ id: _, ...customer }) => customer), nextCursor: found.nextCursor } }
})
