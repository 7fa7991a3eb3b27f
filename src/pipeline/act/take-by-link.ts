import { isFailure } from '@/domain/errors'
import { type AlertLink, openAlertLink } from './open-alert-link'
import { recordCaseEvent } from './record-case-event'

/** `overruledBy`: who decided something about the case since the page was shown, so that nothing was taken. */
export type Taken = AlertLink & { isMine: boolean; overruledBy?: string | undefined }

/**
 * Makes the case that the link of an alert mail is about the person's own, and acknowledges it where nobody has. `seen` is how many
 * events the page had shown: of two who take it at once the first does, and the second is told who. Taken twice by the same person it
 * stays as it is.
 */
export const takeByLink = async (token: string, seen: number, now: Date): Promise<Taken | { error: 'expired' | 'invalid' }> => {
  const link = await openAlertLink(token, now)
  if ('error' in link) return link
  if (!link.standing.case || !link.canTake) return { ...link, isMine: false }
  const { organizationId, email } = link
  const step = { type: 'take' } as const
  const recorded = await recordCaseEvent({ organizationId, number: link.standing.case.number, step, by: email, seen })
  if (isFailure(recorded) && recorded.error !== 'step_not_allowed' && recorded.error !== 'conflict') return { error: 'invalid' }
  const after = await openAlertLink(token, now)
  if ('error' in after) return after
  const overruledBy = isFailure(recorded) ? recorded.errors?.[0]?.message : undefined
  return { ...after, isMine: !isFailure(recorded), overruledBy }
}
