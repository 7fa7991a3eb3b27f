import { getCaseOptions } from '@/pipeline/act/get-case-options'
import { machineRoute } from '../../_machine/route'

export const GET = machineRoute('programme.read', async ({ caller }) => {
  const { rootCauses } = await getCaseOptions(caller.organizationId)
  return { body: { items: Object.entries(rootCauses).map(([key, option]) => ({ key, ...option })), nextCursor: null } }
})
