import { can } from '@/auth/permissions'
import { hideTokens } from '@/domain/delivery/hide-tokens'
import { fail } from '@/domain/errors'
import { getDelivery } from '@/pipeline/act/get-delivery'
import { machineRoute } from '../../../_machine/route'

/** One delivery with every attempt. */
export const GET = machineRoute('deliveries.read', async ({ caller, params }) => {
  const found = await getDelivery(caller.organizationId, params.id ?? '')
  if (!found) return fail('not_found', 'There is no such delivery.')
  const { attemptRows, text, html, ...delivery } = found
  // A mail carries the key to acknowledge its case in the recipient's name.
  const shown = (message: string | null) => (can(caller.role, 'cases.act') ? message : hideTokens(message))
  return { body: { ...delivery, text: shown(text), html: shown(html), attempts: attemptRows } }
})
