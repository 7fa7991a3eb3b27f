import { isFailure } from '@/domain/errors'
import { removeObject } from '@/pipeline/design/remove-object'
import { putRoute } from '../../../_machine/put-route'
import { machineRoute } from '../../../_machine/route'

export const PUT = putRoute('teams', 'members.write')

/** 204; 409 for a team that answers for something, that a rule tells, or that the settings name. */
export const DELETE = machineRoute('members.write', async ({ caller, params }) => {
  const removed = await removeObject(caller.organizationId, 'teams', params.key ?? '', caller.by)
  return isFailure(removed) ? removed : new Response(null, { status: 204 })
})
