import { fail } from '@/domain/errors'
import { getSurveyVersions } from '@/pipeline/design/survey-programme'
import { machineRoute } from '../../../../_machine/route'

export const GET = machineRoute('programme.read', async ({ caller, params }) => {
  const items = await getSurveyVersions(caller.organizationId, params.key ?? '')
  return items ? { body: { items, nextCursor: null } } : fail('not_found', `There is no survey "${params.key}".`)
})
