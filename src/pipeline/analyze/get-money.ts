import type { Failure } from '@/domain/errors'
import { type Money, sumMoney } from '@/store/customer/sum-money'

/**
 * Money at risk: the value of the customers with an open case, or unhappy at an answer since then that is their last; recovered:
 * of those with a case verified as fixed since then. Each customer counts once in each.
 */
export const getMoney = (organizationId: string, since: Date): Promise<{ atRisk: Money; recovered: Money } | Failure> =>
  sumMoney(organizationId, since)

export type { Money } from '@/store/customer/sum-money'
