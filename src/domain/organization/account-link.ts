/** Mails about a member's own account: being taken in, and choosing a new password. */
export const accountMails = ['invite', 'password'] as const
export type AccountMail = (typeof accountMails)[number]

export const isAccountMail = (kind: string): kind is AccountMail => (accountMails as readonly string[]).includes(kind)

/** How long their links open. An invite waits for somebody on holiday; a new password is asked for by somebody who is there. */
export const accountLinkHours: Record<AccountMail, number> = { invite: 7 * 24, password: 2 }
