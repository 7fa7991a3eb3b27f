import type { Reference } from '@/queue/jobs'
import { enqueue } from '@/queue/producer'
import { loadScored } from '@/store/alert/load-scored'
import { markEvaluated } from '@/store/alert/mark-evaluated'
import { raiseAlerts } from '@/store/alert/raise-alerts'
import { publishLive } from '@/store/live/publish-live'
import { preparedRules } from './prepared-rules'

/**
 * Lets the organization's rules judge a scored response, once a revision, and raises what they call for. Safe to run
 * twice or side by side. Hands the messages over for delivery; with `isPast` they are written as history and never leave.
 * `at` is the moment that windows of `once` look back from, unless it is now.
 */
export const evaluateRules = async (
  { organizationId, id }: Reference,
  { isPast = false, at }: { isPast?: boolean; at?: Date } = {},
): Promise<void> => {
  const response = await loadScored(organizationId, id)
  if (!response) return
  const firing = (await preparedRules(organizationId, response.rulesRevision))(response.facts)
  if (firing.length === 0) {
    await markEvaluated(organizationId, id, response.revision)
    return
  }
  const { alerts, cases, deliveries, told } = await raiseAlerts(response, firing, { isPast, at })
  await enqueue(
    'deliver-message',
    deliveries.map((delivery) => ({ organizationId, id: delivery, attempt: 0 })),
  )
  await enqueue(
    'deliver-to-target',
    told.map((delivery) => ({ organizationId, id: delivery, attempt: 0 })),
  )
  await publishLive([
    ...alerts.map((alert) => ({ organizationId, type: 'alert', id: alert }) as const),
    ...cases.map((opened) => ({ organizationId, type: 'case', id: opened }) as const),
  ])
}
