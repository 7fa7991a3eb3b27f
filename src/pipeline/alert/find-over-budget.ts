import { listOverBudget, type OverBudget } from '@/store/alert/list-over-budget'
import { getOrganizationDetail } from '@/store/organization/get-organization-detail'

export type { OverBudget } from '@/store/alert/list-over-budget'

const days = 30

/** Who got more alerts than the budget allows on one of the last thirty days; `perDay` is null where there is no budget. */
export const findOverBudget = async (
  organizationId: string,
): Promise<{ days: number; perDay: number | null; items: OverBudget[] }> => {
  const { alerts } = await getOrganizationDetail(organizationId)
  if (!alerts.budget) return { days, perDay: null, items: [] }
  return { days, perDay: alerts.budget.perDay, items: await listOverBudget(organizationId, days) }
}
