import { isFailure } from '@/domain/errors'
import { acknowledgeAlert } from '@/store/alert/acknowledge-alert'
import { publishLive } from '@/store/live/publish-live'
import { type AlertLink, openAlertLink } from './open-alert-link'
import { recordCaseEvent } from './record-case-event'

/**
 * Acknowledges what the link of an alert mail is about: its case, or where it opened none, the alert itself. Whoever comes
 * second finds it acknowledged; that is no failure. Answers what the link shows afterwards, and whether this call did it.
 */
export const acknowledgeByLink = async (
  token: string,
  now: Date,
): Promise<(AlertLink & { isMine: boolean }) | { error: 'expired' | 'invalid' }> => {
  const link = await openAlertLink(token, now)
  if ('error' in link) return link
  const { organizationId, alertId, email, standing } = link
  let isMine = false
  if (standing.case) {
    const step = { type: 'acknowledge' } as const
    const recorded = await recordCaseEvent({ organizationId, number: standing.case.number, step, by: email })
    if (isFailure(recorded) && recorded.error !== 'step_not_allowed') return { error: 'invalid' }
    isMine = !isFailure(recorded)
  } else {
    isMine = await acknowledgeAlert(organizationId, alertId, email)
  }
  if (isMine) await publishLive([{ organizationId, type: 'alert', id: alertId }])
  const after = await openAlertLink(token, now)
  return 'error' in after ? after : { ...after, isMine }
}
