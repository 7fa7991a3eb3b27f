import type { AboutOf } from '@/domain/alert/about'
import type { Found } from '@/domain/alert/finding'
import { wilson } from '@/domain/analysis/interval'
import { compile } from '@/domain/condition/compile'
import { ownOf } from '@/domain/survey/facts'
import { countDeadDeliveries, countOverdue } from '@/store/alert/count-promises'
import { findUnanswered, type Unanswered } from '@/store/alert/find-unanswered'
import type { WatchedRule } from '@/store/rule/claim-watched'

/** So many are told of at one look; the next look goes on. */
const mostAtOnce = 500

/** Customers who haven't answered an invitation for so many days; told of once each. */
export const findSilent = async (rule: WatchedRule, { days }: AboutOf<'no_answer'>): Promise<Found[]> => {
  const { organizationId, touchpoints, since } = rule
  const holds = compile(rule.when)
  const silent: Unanswered[] = []
  let after: Unanswered | undefined
  do {
    const page = await findUnanswered({ organizationId, ruleId: rule.id, touchpoints, days, since, limit: mostAtOnce, after })
    const fits = ({ customer, touchpointKey }: Unanswered) =>
      holds((field) => (field === 'touchpoint.key' ? touchpointKey : ownOf(customer, field.slice('customer.'.length))))
    silent.push(...page.filter(fits))
    after = page.length === mostAtOnce ? page.at(-1) : undefined
  } while (after && silent.length < mostAtOnce)
  return silent.map(({ id, sentAt, customerId, touchpointId }) => ({
    base: `invitation:${id}`,
    finding: { kind: 'no_answer', days, sentAt: sentAt.toISOString(), customerId },
    ...{ touchpointId, customerId },
  }))
}

/** Where too many of the cases of the last days ran out. */
export const findOverdue = async (
  { organizationId, touchpoints }: WatchedRule,
  { days, percent, least }: AboutOf<'overdue_share'>,
): Promise<Found[]> => {
  const counts = await countOverdue(organizationId, touchpoints, days)
  return counts
    .filter(({ cases, overdue }) => cases >= least && overdue / cases > percent / 100)
    .map(({ touchpointId, cases, overdue }) => {
      const { value: share, low, high } = wilson(overdue, cases)
      return {
        base: `overdue:${touchpointId ?? 'all'}`,
        finding: { kind: 'overdue_share', days, percent, cases, overdue, share, low, high },
        ...{ touchpointId, customerId: null },
      }
    })
}

/** Messages that could not be delivered. */
export const findDead = async (
  { organizationId }: WatchedRule,
  { hours, least }: AboutOf<'dead_deliveries'>,
): Promise<Found[]> => {
  const count = await countDeadDeliveries(organizationId, hours)
  if (count < least) return []
  return [{ base: 'deliveries', finding: { kind: 'dead_deliveries', hours, count }, touchpointId: null, customerId: null }]
}
