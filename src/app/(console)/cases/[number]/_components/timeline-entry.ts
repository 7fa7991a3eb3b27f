import type { CaseDetailEvent } from '@/pipeline/act/get-case-screen'

export type TimelineEntry = {
  key: string
  at: string
  /** a message key below `case.event` */
  type: string
  who: string | null
  words: string | null
  cause: string | null
  isFixed: boolean | null
  owner: string | null
}

const textOf = (data: Record<string, unknown>, name: string): string | null => {
  const value = data[name]
  return typeof value === 'string' && value !== '' ? value : null
}

const ownerOf = (data: Record<string, unknown>): string | null => {
  const owner = data.owner
  if (typeof owner === 'string') return owner
  if (typeof owner !== 'object' || owner === null) return null
  const named = owner as { name?: unknown; email?: unknown; team?: unknown }
  return [named.name, named.email, named.team].find((one): one is string => typeof one === 'string') ?? null
}

/** Who took a step: a member by name, a key by its own, nobody for what the machine did. */
const whoOf = ({ by, byName }: CaseDetailEvent): string | null => {
  if (byName) return byName
  return by === 'system' ? null : by.replace(/^api:/, '')
}

export const eventEntry = (event: CaseDetailEvent): TimelineEntry => ({
  key: `event-${event.sequence}`,
  at: event.at,
  type: event.type,
  who: whoOf(event),
  words: textOf(event.data, 'text') ?? textOf(event.data, 'reason'),
  cause: textOf(event.data, 'rootCause'),
  isFixed: typeof event.data.fixed === 'boolean' ? event.data.fixed : null,
  owner: ownerOf(event.data),
})
