import { listOverBudget, type OverBudget } from '@/store/alert/list-over-budget'
import { getOrganizationDetail } from '@/store/organization/get-organization-detail'

export type { OverBudget } from '@/store/alert/list-over-budget'

const days = 30

/**
 * Who got more alerts than their budget allows on one of the last thirty days. `perDay`: the organization's; null where it has none and
 * only those with a budget of their own are limited.
 */
export const findOverBudget = async (
  organizationId: string,
): Promise<{ days: number; perDay: number | null; items: OverBudget[] }> => {
  const { alerts } = await getOrganizationDetail(organizationId)
  return { days, perDay: alerts.budget?.perDay ?? null, items: await listOverBudget(organizationId, days) }
}
