import { eventsSchema } from '@/domain/customer/event'
import { fail } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { recordEvents } from '@/pipeline/listen/record-events'
import { machineBodyRoute } from '../../_machine/route'

/**
 * An event or a list of them, each kept once: 202. Of a list the valid ones are in and the others say why not; where none is valid,
 * 422.
 */
export const POST = machineBodyRoute('events.write', async ({ caller, body }) => {
  const isMany = Array.isArray(body)
  const parsed = parse(eventsSchema, isMany ? body : [body])
  if ('errors' in parsed) return fail('invalid', 'The body can’t be used.', parsed.errors)
  const result = await recordEvents(caller.organizationId, parsed.value, new Date())
  if (result.accepted > 0) return { status: 202, body: result }
  const errors = result.rejected.flatMap(({ index, errors: issues }) =>
    issues.map(({ path, message }) => ({ path: isMany ? `[${index}]${path && `.${path}`}` : path, message })),
  )
  return fail('invalid', isMany ? 'None of the events can be used.' : 'The event can’t be used.', errors.slice(0, 50))
})
