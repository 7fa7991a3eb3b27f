import { getAlertRules } from '@/pipeline/design/alert-rules'
import { machineRoute } from '../../_machine/route'

export const GET = machineRoute('programme.read', async ({ caller }) => ({
  body: {
    items: (await getAlertRules(caller.organizationId)).map(({ key, version, rule }) => ({ key, version, ...rule })),
    nextCursor: null,
  },
}))
