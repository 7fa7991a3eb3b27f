import { z } from 'zod'
import { can } from '@/auth/permissions'
import { fail, isFailure } from '@/domain/errors'
import { exportFormats, exportValues } from '@/domain/export/export'
import { parse } from '@/domain/parse'
import { findExports } from '@/pipeline/analyze/find-exports'
import { requestExport } from '@/pipeline/analyze/request-export'
import { getSettings } from '@/pipeline/operate/get-settings'
import { inOrder, limitSchema, readQuery } from '../../_machine/query'
import { periodOf, responseQuery } from '../../_machine/response-query'
import { machineBodyRoute, machineRoute } from '../../_machine/route'
import { tellExport } from '../../_machine/tell-export'

const listSchema = z.strictObject({ limit: limitSchema, cursor: z.string().max(200).optional() })

/** `language` is the file's, `locale` the one that responses were given in. A condition may be an object or in the short form. */
const bodySchema = z
  .strictObject({
    format: z.enum(exportFormats),
    values: z.enum(exportValues).optional(),
    language: z.string().optional(),
    ...responseQuery,
    score: z.enum(['high', 'middle', 'low']).optional(),
    where: z.preprocess(
      (value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value),
      responseQuery.where,
    ),
  })
  .refine(...inOrder)

/** One's own exports, newest first; the console asks how far they are. */
export const GET = machineRoute(
  'responses.export',
  async ({ caller, url }) => {
    const query = readQuery(listSchema, url)
    if (isFailure(query)) return query
    const { items, nextCursor } = await findExports(caller, query.value)
    return { body: { items: items.map(tellExport), nextCursor } }
  },
  { isSessionEnough: true },
)

/** Asks for a file of responses: 202, and the export says how far it is. */
export const POST = machineBodyRoute('responses.export', async ({ caller, body }) => {
  const parsed = parse(bodySchema, body)
  if ('errors' in parsed) return fail('invalid', 'The body can’t be used.', parsed.errors)
  const { format, values, language, from, to, score, ...narrowing } = parsed.value
  const { organization } = await getSettings(caller.organizationId, false)
  const added = await requestExport(
    { ...caller, hasCustomers: can(caller.role, 'customers.read') },
    { format, values, locale: language ?? organization.locale },
    { ...narrowing, timeZone: organization.timeZone, box: score, period: periodOf(from, to) },
  )
  return isFailure(added) ? added : { status: 202, body: tellExport(added) }
})
