import { findOverBudget } from '@/pipeline/alert/find-over-budget'
import { machineRoute } from '../../../_machine/route'

/**
 * Who got more alerts than their budget allows on one of the last days, a hundred at most:
 * `{days, perDay, items: [{email, name, perDay, told, held, daysOver, waiting, leavesAt}], nextCursor: null}`.
 */
export const GET = machineRoute('alerts.read', async ({ caller }) => ({
  body: { ...(await findOverBudget(caller.organizationId)), nextCursor: null },
}))
