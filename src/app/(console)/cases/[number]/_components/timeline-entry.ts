import { type UnaskedReason, unaskedReasons } from '@/domain/case/verification'
import type { CaseDetailEvent } from '@/pipeline/act/get-case-screen'

export type TimelineEntry = {
  key: string
  at: string
  /** a message key below `case.event` */
  type: string
  who: string | null
  /** by the customer's own hand */
  isCustomer: boolean
  /** of a mail to the customer */
  subject: string | null
  words: string | null
  cause: string | null
  action: string | null
  amount: { cents: number; currency: string } | null
  isFixed: boolean | null
  owner: string | null
  /** the number of another case */
  other: number | null
  /** whom the clock told */
  told: string[]
  /** message keys below `case`: why the customer wasn't asked, or why the machine closed it */
  why: `unasked.${UnaskedReason}` | 'silence' | null
}

const textOf = (data: Record<string, unknown>, name: string): string | null => {
  const value = data[name]
  return typeof value === 'string' && value !== '' ? value : null
}

const numberOf = (data: Record<string, unknown>, name: string): number | null => {
  const value = data[name]
  return typeof value === 'number' ? value : null
}

const ownerOf = (data: Record<string, unknown>): string | null => {
  const owner = data.owner
  if (typeof owner === 'string') return owner
  if (typeof owner !== 'object' || owner === null) return null
  const named = owner as { name?: unknown; email?: unknown; team?: unknown }
  return [named.name, named.email, named.team].find((one): one is string => typeof one === 'string') ?? null
}

const amountOf = (data: Record<string, unknown>): TimelineEntry['amount'] => {
  const [cents, currency] = [numberOf(data, 'amountCents'), textOf(data, 'currency')]
  return cents === null || currency === null ? null : { cents, currency }
}

/** Reasons that the entry says in words of its own. */
const said: readonly unknown[] = ['escalation', 'silence']

/** Why the machine did something is said by the event itself. */
const reasonOf = (data: Record<string, unknown>): string | null => (said.includes(data.reason) ? null : textOf(data, 'reason'))

const whyOf = (data: Record<string, unknown>): TimelineEntry['why'] => {
  const unasked = unaskedReasons.find((reason) => reason === data.unasked)
  if (unasked) return `unasked.${unasked}`
  return data.reason === 'silence' ? 'silence' : null
}

/** Who took a step: a member by name, a key by its own, nobody for what the machine did. */
const whoOf = ({ by, byName }: CaseDetailEvent): string | null => {
  if (byName) return byName
  return by === 'system' || by === 'customer' ? null : by.replace(/^api:/, '')
}

export const eventEntry = (event: CaseDetailEvent): TimelineEntry => ({
  key: `event-${event.sequence}`,
  at: event.at,
  type: event.type,
  who: whoOf(event),
  isCustomer: event.by === 'customer',
  subject: textOf(event.data, 'subject'),
  words: textOf(event.data, 'text') ?? reasonOf(event.data),
  cause: textOf(event.data, 'rootCause'),
  action: textOf(event.data, 'action'),
  amount: amountOf(event.data),
  isFixed: typeof event.data.fixed === 'boolean' ? event.data.fixed : null,
  owner: ownerOf(event.data),
  other: numberOf(event.data, 'into') ?? numberOf(event.data, 'case'),
  told: Array.isArray(event.data.told) ? event.data.told.filter((one): one is string => typeof one === 'string') : [],
  why: whyOf(event.data),
})
