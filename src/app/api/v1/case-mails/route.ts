import { getCaseOptions } from '@/pipeline/act/get-case-options'
import { machineRoute } from '../../_machine/route'

export const GET = machineRoute('programme.read', async ({ caller }) => {
  const { caseMails } = await getCaseOptions(caller.organizationId)
  return { body: { items: Object.entries(caseMails).map(([key, option]) => ({ key, ...option })), nextCursor: null } }
})
