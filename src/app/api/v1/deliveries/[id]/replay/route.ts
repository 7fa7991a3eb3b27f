import { isUuid } from '@/domain/cursor'
import { fail, isFailure } from '@/domain/errors'
import { replayDelivery } from '@/pipeline/act/replay-delivery'
import { machineRoute } from '../../../../_machine/route'

export const POST = machineRoute('deliveries.replay', async ({ caller, params }) => {
  const id = params.id ?? ''
  if (!isUuid(id)) return fail('not_found', 'There is no such delivery.')
  const replayed = await replayDelivery(caller.organizationId, id)
  return isFailure(replayed) ? replayed : { status: 202, body: replayed }
})
