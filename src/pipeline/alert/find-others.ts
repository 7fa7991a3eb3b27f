import type { AboutOf } from '@/domain/alert/about'
import type { Found } from '@/domain/alert/finding'
import { judgeDead, judgeOverdue, judgeSilent, lateDays, type SentInvitation } from '@/domain/alert/judge-counts'
import { compile } from '@/domain/condition/compile'
import { countDeadDeliveries, countOverdue } from '@/store/alert/count-promises'
import { findUnanswered } from '@/store/alert/find-unanswered'
import type { WatchedRule } from '@/store/rule/claim-watched'

/** So many are told of at one look; the next look goes on. */
const mostAtOnce = 500

const hourMs = 3_600_000
const before = (now: Date, hours: number): Date => new Date(now.getTime() - hours * hourMs)

/** Customers who haven't answered an invitation for so many days; told of once each. */
export const findSilent = async (rule: WatchedRule, about: AboutOf<'no_answer'>, now: Date): Promise<Found[]> => {
  const { organizationId, touchpoints, since, id: untoldBy } = rule
  const { days } = about
  const span = { from: before(now, 24 * (days + lateDays)), until: before(now, 24 * days) }
  const asked = { at: now, since, holds: compile(rule.when) }
  const silent: Found[] = []
  let after: SentInvitation | undefined
  do {
    const page = await findUnanswered({ organizationId, touchpoints, days, ...span, untoldBy, limit: mostAtOnce, after })
    silent.push(...page.flatMap((invitation) => judgeSilent(about, invitation, asked) ?? []))
    after = page.length === mostAtOnce ? page.at(-1) : undefined
  } while (after && silent.length < mostAtOnce)
  return silent
}

export const findOverdue = async (
  { organizationId, touchpoints }: WatchedRule,
  about: AboutOf<'overdue_share'>,
  now: Date,
): Promise<Found[]> => {
  const counts = await countOverdue({ organizationId, from: before(now, 24 * about.days) }, touchpoints)
  return counts.flatMap((count) => judgeOverdue(about, count) ?? [])
}

export const findDead = async (
  { organizationId }: WatchedRule,
  about: AboutOf<'dead_deliveries'>,
  now: Date,
): Promise<Found[]> => {
  const count = await countDeadDeliveries({ organizationId, from: before(now, about.hours) })
  const found = judgeDead(about, count)
  return found ? [found] : []
}
