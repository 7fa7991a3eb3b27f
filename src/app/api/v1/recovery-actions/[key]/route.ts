import { isFailure } from '@/domain/errors'
import { removeObject } from '@/pipeline/design/remove-object'
import { putRoute } from '../../../_machine/put-route'
import { machineRoute } from '../../../_machine/route'

export const PUT = putRoute('recoveryActions', 'programme.write')

export const DELETE = machineRoute('programme.write', async ({ caller, params }) => {
  const removed = await removeObject(caller.organizationId, 'recoveryActions', params.key ?? '', caller.by)
  return isFailure(removed) ? removed : new Response(null, { status: 204 })
})
