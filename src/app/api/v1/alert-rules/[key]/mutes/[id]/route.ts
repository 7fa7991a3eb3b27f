import { isFailure } from '@/domain/errors'
import { endMute } from '@/pipeline/alert/mute-rule'
import { machineRoute } from '../../../../../_machine/route'

export const DELETE = machineRoute('programme.write', async ({ caller, params }) => {
  const { organizationId, by } = caller
  const ended = await endMute({ organizationId, by, key: params.key ?? '' }, params.id ?? '')
  return isFailure(ended) ? ended : new Response(null, { status: 204 })
})
