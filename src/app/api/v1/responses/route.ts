import { z } from 'zod'
import { fail, isFailure } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { importSchema } from '@/domain/response/submission'
import { findResponses } from '@/pipeline/analyze/find-responses'
import { importResponses } from '@/pipeline/listen/import-responses'
import { getSettings } from '@/pipeline/operate/get-settings'
import { inOrder, limitSchema, readQuery } from '../../_machine/query'
import { periodOf, responseQuery } from '../../_machine/response-query'
import { machineBodyRoute, machineRoute } from '../../_machine/route'

const querySchema = z
  .strictObject({ limit: limitSchema, cursor: z.string().max(200).optional(), ...responseQuery })
  .refine(...inOrder)

export const GET = machineRoute('responses.read', async ({ caller, url }) => {
  const query = readQuery(querySchema, url)
  if (isFailure(query)) return query
  const { from, to, ...search } = query.value
  const { organizationId } = caller
  const period = periodOf(from, to)
  const timeZone = period ? (await getSettings(organizationId, false)).organization.timeZone : 'UTC'
  const found = await findResponses({ organizationId, timeZone, period, ...search })
  if (isFailure(found)) return found
  const { hidden, ...page } = found
  return { body: hidden === undefined ? page : { ...page, suppressed: true } }
})

/** Answers from elsewhere: the valid ones are in, the others say why not. */
export const POST = machineBodyRoute('responses.import', async ({ caller, body }) => {
  const parsed = parse(importSchema, body)
  if ('errors' in parsed) return fail('invalid', 'The body can’t be used.', parsed.errors)
  return { body: await importResponses(caller.organizationId, parsed.value.responses, parsed.value.alerts, new Date()) }
})
