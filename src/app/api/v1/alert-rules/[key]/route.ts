import { fail, isFailure } from '@/domain/errors'
import { getAlertRule } from '@/pipeline/design/alert-rules'
import { removeObject } from '@/pipeline/design/remove-object'
import { putRoute } from '../../../_machine/put-route'
import { machineRoute } from '../../../_machine/route'

export const PUT = putRoute('alertRules', 'programme.write')

export const GET = machineRoute('programme.read', async ({ caller, params }) => {
  const found = await getAlertRule(caller.organizationId, params.key ?? '')
  return found
    ? { body: { key: found.key, version: found.version, ...found.rule } }
    : fail('not_found', `There is no rule "${params.key}".`)
})

export const DELETE = machineRoute('programme.write', async ({ caller, params }) => {
  const removed = await removeObject(caller.organizationId, 'alertRules', params.key ?? '', caller.by)
  return isFailure(removed) ? removed : new Response(null, { status: 204 })
})
