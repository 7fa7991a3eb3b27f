import { unsubscribeUrl } from '@/auth/unsubscribe-link'
import { env } from '@/config/env'
import type { Message } from '@/delivery/email/render-alert'
import { renderCase } from '@/delivery/email/render-case'
import { renderCustomer } from '@/delivery/email/render-customer'
import type { Outgoing } from '@/delivery/email/send-email'
import { Undeliverable } from '@/delivery/undeliverable'
import { type ClaimedDelivery, saveMessage } from '@/store/delivery/claim-delivery'
import { type CaseMessage, loadCaseMessage } from '@/store/delivery/load-case-message'

const load = async ({ organizationId, caseId, caseSequence }: ClaimedDelivery): Promise<CaseMessage> => {
  const about = caseId === null || caseSequence === null ? undefined : await loadCaseMessage(organizationId, caseId, caseSequence)
  if (!about) throw new Undeliverable('The case that this message is about is gone.')
  return about
}

const kept = ({ subject, text, html }: ClaimedDelivery): Message | undefined =>
  subject !== null && text !== null && html !== null ? { subject, text, html } : undefined

/** A warning, an escalation or a mention, in the words of the first attempt: a retry says the same. */
export const caseMessageFor = async (delivery: ClaimedDelivery): Promise<Message> => {
  const known = kept(delivery)
  if (known) return known
  const about = await load(delivery)
  const { locale, recipient, why: told } = delivery
  const message = renderCase({ ...about, told, locale, recipient, url: `${env().appUrl}/cases/${about.number}` })
  await saveMessage(delivery, message)
  return message
}

/** A letter to a case's customer; an answer to it reaches whoever wrote it. Not to one who has asked since not to be written to. */
export const customerMessageFor = async (delivery: ClaimedDelivery): Promise<Outgoing> => {
  const about = await load(delivery)
  if (about.customer?.unsubscribedAt) throw new Undeliverable('The customer has asked not to be written to any more.')
  const { subject, text } = about.event.data
  if (typeof subject !== 'string' || typeof text !== 'string') throw new Undeliverable('The words of this message are gone.')
  const { locale, organizationId, createdAt } = delivery
  const unsubscribe = about.customer ? unsubscribeUrl(organizationId, about.customer.id, createdAt) : undefined
  const { name: organizationName } = about.organization
  const message = kept(delivery) ?? renderCustomer({ organizationName, number: about.number, locale, subject, text, unsubscribe })
  if (delivery.subject === null) await saveMessage(delivery, message)
  const replyTo = about.event.byEmail
  return { ...message, ...(replyTo === null ? {} : { replyTo }), ...(unsubscribe ? { unsubscribe } : {}) }
}
