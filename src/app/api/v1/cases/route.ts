import { z } from 'zod'
import { caseStatuses } from '@/domain/case/case'
import { isFailure } from '@/domain/errors'
import { uuidSchema } from '@/domain/schemas'
import { readCases } from '@/pipeline/act/read-cases'
import { limitSchema, readQuery } from '../../_machine/query'
import { machineRoute } from '../../_machine/route'
import { tellContact } from '../../_machine/tell-contact'

const querySchema = z.strictObject({
  limit: limitSchema,
  cursor: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  status: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(caseStatuses)))
    .optional(),
  touchpoint: z.string().optional(),
  owner: z.string().optional(),
  response: uuidSchema.optional(),
})

export const GET = machineRoute('cases.read', async ({ caller, url }) => {
  const query = readQuery(querySchema, url)
  if (isFailure(query)) return query
  const { limit, cursor, ...filter } = query.value
  const rows = await readCases(caller.organizationId, filter, { limit: limit + 1, after: cursor })
  const items = rows.slice(0, limit)
  return {
    body: {
      items: items.map((one) => tellContact(caller.role, one)),
      nextCursor: rows.length > limit ? String(items.at(-1)?.number) : null,
    },
  }
})
