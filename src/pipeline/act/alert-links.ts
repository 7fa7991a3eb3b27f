import { makeToken } from '@/auth/signed-token'
import { env } from '@/config/env'
import type { AlertSubject } from '@/domain/alert/alert-subject'
import { findingPath } from '@/domain/alert/finding'

/** A link in a mail acknowledges for this long; the console does ever after. */
const linkDays = 14

type About = Pick<AlertSubject, 'alertId' | 'responseId' | 'case' | 'finding' | 'touchpoint'>

/** The screen of what an alert is about: its case, what was found, or its response. */
export const alertUrl = ({ case: own, finding, touchpoint, responseId }: About): string => {
  const { appUrl } = env()
  if (own) return `${appUrl}/cases/${own.number}`
  if (finding) return appUrl + findingPath(finding, touchpoint?.key ?? null)
  return responseId === null ? `${appUrl}/alerts` : `${appUrl}/responses/${responseId}`
}

/** Where an alert's message leads somebody: to acknowledge it, without signing in, and to what it is about. */
export const linksOf = (
  { organizationId, recipient }: { organizationId: string; recipient: string },
  about: About,
): { acknowledge: string; open: string } => {
  const expiresAt = new Date(Date.now() + linkDays * 86_400_000)
  const token = makeToken('acknowledge', { o: organizationId, a: about.alertId, e: recipient }, expiresAt)
  return { acknowledge: `${env().appUrl}/a/${token}`, open: alertUrl(about) }
}
