import { type EventInput, eventSchema } from '@/domain/customer/event'
import type { Issue } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { type NewEvent, saveEvents } from '@/store/event/save-events'
import { findTouchpointIds } from '@/store/touchpoint/find-touchpoint-ids'

/** `accepted` counts those that were known already; `created` those that weren't. */
export type EventsResult = { accepted: number; created: number; rejected: { index: number; errors: Issue[] }[] }

/** A clock may run a little ahead of ours; an event of tomorrow hasn't happened. */
const aheadMs = 5 * 60_000

const toEvent = ({ touchpoint, ...event }: EventInput, touchpoints: Map<string, string>, now: Date): NewEvent | Issue[] => {
  const touchpointId = touchpoints.get(touchpoint)
  const issues: Issue[] = [
    ...(touchpointId ? [] : [{ path: 'touchpoint', message: `there is no touchpoint "${touchpoint}"` }]),
    ...(event.occurredAt.getTime() > now.getTime() + aheadMs ? [{ path: 'occurredAt', message: 'lies in the future' }] : []),
  ]
  return touchpointId && issues.length === 0 ? { ...event, touchpointId } : issues
}

/**
 * Keeps what happened to customers, at most 1,000 events: the valid ones are in, each of the others says why not. An event whose
 * id is known changes nothing. Its customer is created or updated as an import does; its touchpoint must be there.
 */
export const recordEvents = async (organizationId: string, items: readonly unknown[], now: Date): Promise<EventsResult> => {
  const parsed = items.map((item) => parse(eventSchema, item))
  const touchpoints = await findTouchpointIds(
    organizationId,
    parsed.flatMap((one) => ('value' in one ? [one.value.touchpoint] : [])),
  )
  const checked = parsed.map((one) => ('value' in one ? toEvent(one.value, touchpoints, now) : one.errors))
  const rejected = checked.flatMap((one, index) => (Array.isArray(one) ? [{ index, errors: one }] : []))
  const created = await saveEvents(
    organizationId,
    checked.filter((one): one is NewEvent => !Array.isArray(one)),
  )
  return { accepted: items.length - rejected.length, created, rejected }
}
