import { wilson } from '../analysis/interval'
import type { Verdict } from '../condition/compile'
import { ownOf } from '../survey/facts'
import type { AboutOf } from './about'
import type { Found } from './finding'

const dayMs = 86_400_000

/** Of the cases opened in the last days, how many ran out; `touchpointId` null: everywhere together. */
export type OverdueCount = { touchpointId: string | null; cases: number; overdue: number }

/** Where too many of the cases of the last days ran out. */
export const judgeOverdue = (
  { days, percent, least }: AboutOf<'overdue_share'>,
  { touchpointId, cases, overdue }: OverdueCount,
): Found | undefined => {
  if (cases < least || overdue / cases <= percent / 100) return undefined
  const { value: share, low, high } = wilson(overdue, cases)
  return {
    base: `overdue:${touchpointId ?? 'all'}`,
    finding: { kind: 'overdue_share', days, percent, cases, overdue, share, low, high },
    ...{ touchpointId, customerId: null },
  }
}

/** Messages of the last hours that could not be delivered. */
export const judgeDead = ({ hours, least }: AboutOf<'dead_deliveries'>, count: number): Found | undefined =>
  count < least
    ? undefined
    : { base: 'deliveries', finding: { kind: 'dead_deliveries', hours, count }, touchpointId: null, customerId: null }

/** An invitation that went out, to whom, and what became of it. */
export type SentInvitation = {
  id: string
  sentAt: Date
  completedAt: Date | null
  /** when it bounced or was unsubscribed; null where its time ran out, since an answer that never came is what is looked for */
  stoppedAt: Date | null
  customerId: string
  touchpointId: string
  touchpointKey: string
  customer: Record<string, unknown>
}

/** So long after its days are over an invitation is still looked at: a worker may have been away. */
export const lateDays = 7

/** When an invitation's days are over. */
export const silentAt = ({ sentAt }: Pick<SentInvitation, 'sentAt'>, days: number): Date =>
  new Date(sentAt.getTime() + days * dayMs)

/** Whether an invitation has stood without an answer for so many days at an instant, its days having ended after `since`. */
export const judgeSilent = (
  { days }: AboutOf<'no_answer'>,
  invitation: SentInvitation,
  { at, since, holds }: { at: Date; since: Date; holds: Verdict },
): Found | undefined => {
  const { id, sentAt, completedAt, stoppedAt, customerId, touchpointId, touchpointKey, customer } = invitation
  const over = silentAt(invitation, days)
  const isOver = over <= at && over > since && over.getTime() > at.getTime() - lateDays * dayMs
  const isOpen = (completedAt === null || completedAt > at) && (stoppedAt === null || stoppedAt > at)
  const fits = () =>
    holds((field) => (field === 'touchpoint.key' ? touchpointKey : ownOf(customer, field.slice('customer.'.length))))
  if (!isOver || !isOpen || !fits()) return undefined
  const finding = { kind: 'no_answer', days, sentAt: sentAt.toISOString(), customerId } as const
  return { base: `invitation:${id}`, finding, touchpointId, customerId }
}
