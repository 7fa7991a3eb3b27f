import { isFailure } from '@/domain/errors'
import { rotateSecret } from '@/pipeline/design/rotate-secret'
import { machineBodyRoute } from '../../../../_machine/route'

export const POST = machineBodyRoute('settings.write', async ({ caller, params, body }) => {
  const rotated = await rotateSecret(caller.organizationId, params.key ?? '', body, caller.by)
  if (isFailure(rotated)) return rotated
  return { body: { secret: rotated.secret, formerSecretUntil: rotated.formerUntil } }
})
