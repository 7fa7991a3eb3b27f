import { makeToken } from '@/auth/signed-token'
import { env } from '@/config/env'

/** A link in a mail acknowledges for this long; the console does ever after. */
const linkDays = 14

type About = { organizationId: string; recipient: string; alertId: string; responseId: string | null }

/** Where an alert's message leads somebody: to acknowledge it, without signing in, and to its case or response. */
export const linksOf = (
  { organizationId, recipient, alertId, responseId }: About,
  caseNumber: number | undefined,
): { acknowledge: string; open: string } => {
  const { appUrl } = env()
  const expiresAt = new Date(Date.now() + linkDays * 86_400_000)
  const token = makeToken('acknowledge', { o: organizationId, a: alertId, e: recipient }, expiresAt)
  return {
    acknowledge: `${appUrl}/a/${token}`,
    open:
      caseNumber !== undefined
        ? `${appUrl}/cases/${caseNumber}`
        : responseId === null
          ? `${appUrl}/alerts`
          : `${appUrl}/responses/${responseId}`,
  }
}
