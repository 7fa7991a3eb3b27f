import { passwordUrl } from '@/auth/password-link'
import { env } from '@/config/env'
import { renderAccount } from '@/delivery/email/render-account'
import type { Message } from '@/delivery/email/render-alert'
import { Undeliverable } from '@/delivery/undeliverable'
import type { AccountMail } from '@/domain/organization/account-link'
import { type ClaimedDelivery, saveMessage } from '@/store/delivery/claim-delivery'
import { findAccount } from '@/store/member/find-account'

const veil = (text: string, url: string): string => text.replaceAll(url, `${url.slice(0, url.indexOf('=') + 1)}…`)

/**
 * A mail about a member's account. What is kept of it for the Deliveries screen has its link cut off: whoever holds the
 * link becomes that member, so it is made again at every attempt, the same each time, and only leaves in the mail itself.
 */
export const accountMessageFor = async (delivery: ClaimedDelivery): Promise<Message> => {
  const { organizationId, memberId, createdAt, locale } = delivery
  const account = memberId === null ? undefined : await findAccount(organizationId, memberId)
  if (!account) throw new Undeliverable('The member whom this message is for is gone.')
  const kind = delivery.kind as AccountMail
  // Somebody who signs in already, to another organization's console, needs no new password to come here too.
  const isSignIn = kind === 'invite' && account.hasPassword
  const url = isSignIn ? `${env().appUrl}/sign-in` : passwordUrl({ kind, ...account }, createdAt)
  const message = renderAccount({ kind: isSignIn ? 'welcome' : kind, account, locale, url })
  const { subject, text, html } = message
  await saveMessage(delivery, isSignIn ? message : { subject, text: veil(text, url), html: veil(html, url) })
  return message
}
