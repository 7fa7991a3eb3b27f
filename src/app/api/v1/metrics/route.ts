import { tellDefinition } from '@/domain/metric/tell-definition'
import { getDefinitions } from '@/pipeline/analyze/get-definitions'
import { machineRoute } from '../../_machine/route'

/** What the organization measures by, each as it would be put, with its version and a sentence. */
export const GET = machineRoute('programme.read', async ({ caller }) => {
  const { standard, own } = await getDefinitions(caller.organizationId)
  const items = [...Object.values(standard), ...Object.values(own)].map((defined) => ({
    key: defined.key,
    version: defined.version,
    since: defined.since,
    definition: tellDefinition(defined),
    ...defined.definition,
  }))
  return { body: { items, nextCursor: null } }
})
