import { z } from 'zod'
import { problem } from '@/collect/problem'
import { readJson } from '@/collect/read-json'
import { type Bounce, bouncesSchema } from '@/domain/delivery/bounce'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { clean } from '@/domain/response/clean'
import { findRefused } from '@/pipeline/act/find-refused'
import { readBounces, recordBounces } from '@/pipeline/act/record-bounces'
import { limitSchema, readQuery } from '../../_machine/query'
import { machineRoute } from '../../_machine/route'

const read = async (request: Request): Promise<readonly Bounce[] | Failure | Response> => {
  const type = request.headers.get('content-type') ?? ''
  if (/^message\/rfc822\b/i.test(type)) return readBounces(new Uint8Array(await request.arrayBuffer()))
  if (/^multipart\/report\b/i.test(type)) return readBounces(new Uint8Array(await request.arrayBuffer()), type)
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(type))
    return problem(415, 'The body must be a mail that came back (message/rfc822 or multipart/report), or JSON.')
  const json = await readJson(request)
  if (json instanceof Response) return json
  const body = clean(json.value)
  const parsed = parse(bouncesSchema, Array.isArray(body) ? body : [body])
  return 'errors' in parsed ? fail('invalid', 'The body can’t be used.', parsed.errors) : parsed.value
}

const querySchema = z.strictObject({ limit: limitSchema, cursor: z.string().max(500).optional() })

/** The addresses that take no mail, with who has them. */
export const GET = machineRoute('deliveries.read', async ({ caller, url }) => {
  const query = readQuery(querySchema, url)
  if (isFailure(query)) return query
  const { items, nextCursor } = await findRefused(caller.organizationId, query.value)
  return {
    body: {
      items: items.map(({ customer, ...mark }) => ({
        ...mark,
        customer: customer && { externalId: customer.externalId, name: customer.name },
      })),
      nextCursor,
    },
  }
})

/**
 * Mails that came back, as a delivery status notification (RFC 3464) or as JSON: `{bounces: [{address, outcome}]}`; none where a mail
 * is none, so that a mailbox's every mail can be handed here.
 */
export const POST = machineRoute('bounces.write', async ({ caller, request }) => {
  const bounces = await read(request)
  if (bounces instanceof Response || isFailure(bounces)) return bounces
  return { body: { bounces: await recordBounces(caller.organizationId, bounces, new Date()) } }
})
