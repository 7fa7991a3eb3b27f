import { fail } from '@/domain/errors'
import { getMetricVersions } from '@/pipeline/design/get-metric-versions'
import { machineRoute } from '../../../../_machine/route'

/** Every version that there has been, the newest first: who, when, why, and what it said; null where it was taken away. */
export const GET = machineRoute('programme.read', async ({ caller, params }) => {
  const items = await getMetricVersions(caller.organizationId, params.metric ?? '')
  return items.length > 0 ? { body: { items, nextCursor: null } } : fail('not_found', `There is no metric "${params.metric}".`)
})
