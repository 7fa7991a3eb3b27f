import { isFailure } from '@/domain/errors'
import { clearRefusedAddress } from '@/pipeline/act/clear-refused'
import { machineRoute } from '../../../_machine/route'

/** Clears the mark on an address: 204, and mail goes there again. */
export const DELETE = machineRoute('bounces.write', async ({ caller, params }) => {
  const cleared = await clearRefusedAddress(caller.organizationId, params.address ?? '')
  return isFailure(cleared) ? cleared : new Response(null, { status: 204 })
})
