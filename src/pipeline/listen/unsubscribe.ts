import { readUnsubscribeToken } from '@/auth/unsubscribe-link'
import { findRefusal } from '@/store/customer/find-refusal'
import { unsubscribeCustomer } from '@/store/invitation/unsubscribe-customer'

/** What an unsubscribe link finds, changing nothing; undefined for a link that doesn't work. */
export const openUnsubscribe = async (
  token: string,
  now: Date,
): Promise<{ isUnsubscribed: boolean; locale: string | null } | undefined> => {
  const link = readUnsubscribeToken(token, now)
  const found = link && (await findRefusal(link.organizationId, link.customerId))
  return found && { isUnsubscribed: found.unsubscribedAt !== null, locale: found.locale }
}

/** Keeps that the customer behind the link doesn't want to be asked. False for a link that doesn't work. */
export const unsubscribe = async (token: string, now: Date): Promise<boolean> => {
  const link = readUnsubscribeToken(token, now)
  return link !== undefined && unsubscribeCustomer(link.organizationId, link.customerId, now)
}
