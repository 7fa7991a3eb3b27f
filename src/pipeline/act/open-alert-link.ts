import { z } from 'zod'
import { readToken } from '@/auth/signed-token'
import { env } from '@/config/env'
import { type AlertContent, alertContent } from '@/delivery/email/alert-content'
import { isOpenStatus } from '@/domain/case/case'
import { type AlertFor, findAlertFor } from '@/store/alert/find-alert-for'
import { loadAlertMessage } from '@/store/delivery/load-alert-message'
import { alertUrl } from './alert-links'

const claims = z.object({ o: z.uuid(), a: z.uuid(), e: z.string().min(1) })

/** What the link of an alert mail opens, for the person it was sent to. */
export type AlertLink = {
  organizationId: string
  alertId: string
  email: string
  standing: AlertFor
  timeZone: string
  content: AlertContent
  /** where the case, or the answer, is in the console */
  consoleUrl: string
  /** whether there is still something to acknowledge */
  isWaiting: boolean
  /** whether there is a running case that isn't theirs yet */
  canTake: boolean
}

/**
 * Reads the link of an alert mail. `expired` is said only of links that were real; an altered one, one of a person who has
 * left or was deactivated, and one to something that is gone are all `invalid`, so that nobody learns which it is.
 */
export const openAlertLink = async (token: string, now: Date): Promise<AlertLink | { error: 'expired' | 'invalid' }> => {
  const read = readToken('acknowledge', token, now)
  if ('error' in read) return read
  const claimed = claims.safeParse(read.payload)
  if (!claimed.success) return { error: 'invalid' }
  const { o: organizationId, a: alertId, e: email } = claimed.data
  const [standing, about] = await Promise.all([
    findAlertFor(organizationId, alertId, email),
    loadAlertMessage(organizationId, alertId),
  ])
  if (!standing || !about) return { error: 'invalid' }
  const consoleUrl = standing.case || about.finding ? alertUrl(about) : `${env().appUrl}/alerts`
  return {
    organizationId,
    alertId,
    email,
    standing,
    timeZone: about.organization.timeZone,
    content: alertContent({ ...about, locale: standing.locale, links: { acknowledge: '', open: consoleUrl } }),
    consoleUrl,
    canTake: standing.case !== null && !standing.case.isTheirs && isOpenStatus(standing.case.status),
    isWaiting: standing.case ? standing.case.status === 'open' : standing.alertStatus === 'raised',
  }
}
