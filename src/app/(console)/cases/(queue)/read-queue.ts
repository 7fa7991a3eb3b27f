import { createLoader, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { addDays, startOfDay } from '@/domain/analysis/calendar'
import { localDay } from '@/domain/analysis/local-day'
import { type CaseSearch, doneStatuses, runningStatuses } from '@/pipeline/act/find-cases'

export const views = ['open', 'mine', 'overdue', 'done'] as const
export const severities = ['critical', 'high', 'medium', 'low'] as const
export const dues = ['today', 'week'] as const

/** What of the address narrows the queue. */
export const loadQueue = createLoader({
  view: parseAsStringLiteral(views).withDefault('open'),
  status: parseAsStringLiteral([...runningStatuses, ...doneStatuses]),
  severity: parseAsStringLiteral(severities),
  touchpoint: parseAsString,
  owner: parseAsString,
  due: parseAsStringLiteral(dues),
  cause: parseAsString,
  q: parseAsString,
  cursor: parseAsString,
})

export type QueueSearch = Awaited<ReturnType<typeof loadQueue>>

type Reader = { organizationId: string; memberId: string; timeZone: string }

/** The end of today, or of the week that begins today, where the organization is. */
const dueBefore = (due: QueueSearch['due'], timeZone: string, now: Date): Date | undefined =>
  due ? startOfDay(addDays(localDay(now, timeZone), due === 'today' ? 1 : 7), timeZone) : undefined

/** The address as the use case takes it. */
export const toSearch = (search: QueueSearch, { organizationId, memberId, timeZone }: Reader, now: Date): CaseSearch => ({
  organizationId,
  limit: 50,
  isDone: search.view === 'done',
  status: search.status ?? undefined,
  severity: search.severity ?? undefined,
  touchpoint: search.touchpoint ?? undefined,
  owner: search.owner ?? undefined,
  ownerMemberId: search.view === 'mine' ? memberId : undefined,
  overdueAt: search.view === 'overdue' ? now : undefined,
  dueBefore: dueBefore(search.due, timeZone, now),
  rootCause: search.cause ?? undefined,
  q: search.q ?? undefined,
  cursor: search.cursor,
})
