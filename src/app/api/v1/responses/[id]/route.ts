import { fail } from '@/domain/errors'
import { getResponse } from '@/pipeline/analyze/get-response'
import { machineRoute } from '../../../_machine/route'

export const GET = machineRoute('responses.read', async ({ caller, params }) => {
  const found = await getResponse(caller.organizationId, params.id ?? '')
  if (!found) return fail('not_found', 'There is no such response.')
  const { definition: _, surveyKey, touchpointKey, touchpointName: __, scores, alerts, cases, ...response } = found
  return {
    body: {
      ...response,
      survey: surveyKey,
      touchpoint: touchpointKey,
      scores: Object.fromEntries(scores.map(({ metric, value, category }) => [metric, { value, category }])),
      alerts: alerts.map(({ id }) => id),
      cases: cases.map(({ number }) => number),
    },
  }
})
