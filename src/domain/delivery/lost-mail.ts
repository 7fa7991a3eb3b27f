import { isAccountMail } from '../organization/account-link'

/**
 * What becomes of a mail that its recipient doesn't get, since their address takes none or the server refused it for good:
 * - `instead`: somebody must act, so whoever is there for them is told
 * - `waits`: it is for them alone; it is kept, shown, and can be sent once their address takes mail again
 * - `tried`: somebody has just asked for it and sees whether it comes, so it goes out also to an address that took none
 */
export type LostMail = 'instead' | 'waits' | 'tried'

/** The one rule for all mails. `event`: of a mail about a case, the type of the event that called for it. */
export const whenLost = (kind: string, event: string | null): LostMail => {
  if (kind === 'alert' || kind === 'digest') return 'instead'
  if (kind === 'case') return event === 'note' ? 'waits' : 'instead'
  return isAccountMail(kind) || kind === 'test' ? 'tried' : 'waits'
}
