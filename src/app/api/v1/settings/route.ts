import { isFailure } from '@/domain/errors'
import { putSettings } from '@/pipeline/design/put-settings'
import { machineBodyRoute } from '../../_machine/route'

export const PUT = machineBodyRoute('settings.write', async ({ caller, body }) => {
  const saved = await putSettings(caller.organizationId, body, caller.by)
  return isFailure(saved) ? saved : { body: saved.settings }
})
