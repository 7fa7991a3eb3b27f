/**
 * What a mail server's refusal is about, as far as it says:
 * - `address`: its status names the address, the mailbox or the way there
 * - `unclear`: it refuses the recipient and gives no status
 * - `sender`: a policy, the server itself, or whoever sends
 * - `message`: what is in it
 */
export type RefusalAbout = 'address' | 'unclear' | 'sender' | 'message'

/** As one reads it off an enhanced status code of class 5 (RFC 3463, section 3). */
export const aboutOf = (status: string): RefusalAbout => {
  const [, subject, detail] = status.split('.').map(Number)
  if (subject === 1) return detail === 7 || detail === 8 ? 'sender' : 'address'
  if (subject === 2) return detail === 3 ? 'message' : 'address'
  if (subject === 6 || (subject === 3 && detail === 4)) return 'message'
  return subject === 0 || subject === 4 ? 'address' : 'sender'
}

/** Replies of SMTP to a recipient that speak of nobody but the server or us: not understood, out of turn, no mail here, sign in first. */
const ofServer = new Set([500, 501, 502, 503, 504, 521, 523, 530, 534, 535, 538])

export type Reply = { code: number; command: 'RCPT TO' | 'DATA'; status: string | null }

/** What a reply for good (5xx) is about; undefined where it isn't about this mail at all, and trying again may mend it. */
export const readReply = ({ code, command, status }: Reply): RefusalAbout | undefined => {
  if (status?.startsWith('5.')) return aboutOf(status)
  if (command === 'DATA') return 'sender'
  return ofServer.has(code) ? undefined : 'unclear'
}

/** So many different addresses in a row, and it is the server that refuses, not they. */
export const crowd = 3

/** Refusals that count as in a row go back so far. */
export const crowdHours = 48

/** Whether a refusal may turn out to be the server's own. */
export const isVague = (about: RefusalAbout): boolean => about === 'unclear' || about === 'sender'
