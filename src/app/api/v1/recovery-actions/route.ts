import { getCaseOptions } from '@/pipeline/act/get-case-options'
import { machineRoute } from '../../_machine/route'

export const GET = machineRoute('programme.read', async ({ caller }) => {
  const { recoveryActions } = await getCaseOptions(caller.organizationId)
  return { body: { items: Object.entries(recoveryActions).map(([key, option]) => ({ key, ...option })), nextCursor: null } }
})
