import { findFiring } from '@/domain/alert/evaluate-rules'
import type { Reference } from '@/queue/jobs'
import { enqueue } from '@/queue/producer'
import { loadScored } from '@/store/alert/load-scored'
import { markEvaluated } from '@/store/alert/mark-evaluated'
import { raiseAlerts } from '@/store/alert/raise-alerts'
import { publishLive } from '@/store/live/publish-live'
import { loadRules } from '@/store/rule/load-rules'

/**
 * Lets the organization's rules judge a scored response, once a revision, and raises what they call for. Safe to run
 * twice or side by side. Hands the messages over for delivery; with `isPast` they are written as history and never leave.
 */
export const evaluateRules = async ({ organizationId, id }: Reference, { isPast = false } = {}): Promise<void> => {
  const response = await loadScored(organizationId, id)
  if (!response) return
  const firing = findFiring(await loadRules(organizationId), response.facts)
  if (firing.length === 0) {
    await markEvaluated(organizationId, id, response.revision)
    return
  }
  const { alerts, cases, deliveries, told } = await raiseAlerts(response, firing, { isPast })
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
