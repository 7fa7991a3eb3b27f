import { isFailure } from '@/domain/errors'
import { removeObject } from '@/pipeline/design/remove-object'
import { putRoute } from '../../../_machine/put-route'
import { machineRoute } from '../../../_machine/route'

export const PUT = putRoute('rootCauses', 'programme.write')

export const DELETE = machineRoute('programme.write', async ({ caller, params }) => {
  const removed = await removeObject(caller.organizationId, 'rootCauses', params.key ?? '', caller.by)
  return isFailure(removed) ? removed : new Response(null, { status: 204 })
})
