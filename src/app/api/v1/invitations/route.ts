import { fail } from '@/domain/errors'
import { invitationsSchema } from '@/domain/invitation/schema'
import { parse } from '@/domain/parse'
import { createInvitations } from '@/pipeline/listen/create-invitations'
import { machineBodyRoute } from '../../_machine/route'

const isMany = (body: unknown): boolean => typeof body === 'object' && body !== null && 'invitations' in body

/** One invitation: 201 with its link. `{invitations: […]}`: 200 with one result for each, in order; the valid ones are made. */
export const POST = machineBodyRoute('programme.write', async ({ caller, body }) => {
  const now = new Date()
  if (isMany(body)) {
    const parsed = parse(invitationsSchema, body)
    if ('errors' in parsed) return fail('invalid', 'The body can’t be used.', parsed.errors)
    return { body: { invitations: await createInvitations(caller.organizationId, parsed.value.invitations, now) } }
  }
  const [made] = await createInvitations(caller.organizationId, [body], now)
  if (!made || 'errors' in made) return fail('invalid', 'The body can’t be used.', made?.errors ?? [])
  return { status: 201, body: made }
})
