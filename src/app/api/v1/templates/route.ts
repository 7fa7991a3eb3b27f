import { listTemplates } from '@/pipeline/design/templates'
import { machineRoute } from '../../_machine/route'

export const GET = machineRoute('programme.read', async () => ({ body: { items: await listTemplates(), nextCursor: null } }))
