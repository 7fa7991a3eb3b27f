import { fail, isFailure } from '@/domain/errors'
import { restoreVersion } from '@/pipeline/design/survey-programme'
import { machineRoute } from '../../../../../../_machine/route'

/** Makes a published version the draft again; what customers see stays. */
export const POST = machineRoute('programme.write', async ({ caller, params }) => {
  const number = /^\d{1,7}$/.test(params.number ?? '') ? Number(params.number) : 0
  if (number < 1) return fail('not_found', `There is no version "${params.number}".`)
  const restored = await restoreVersion(caller.organizationId, params.key ?? '', number)
  return isFailure(restored) ? restored : { body: { key: params.key, draft: number, changed: restored.isChanged } }
})
