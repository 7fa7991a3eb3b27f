import { unsubscribeUrl } from '@/auth/unsubscribe-link'
import { verifyUrl } from '@/auth/verify-link'
import { questionContent } from '@/delivery/email/question-content'
import { renderVerify } from '@/delivery/email/render-verify'
import type { Outgoing } from '@/delivery/email/send-email'
import { Undeliverable } from '@/delivery/undeliverable'
import { loadQuestion } from '@/store/case/load-question'
import { type ClaimedDelivery, saveMessage } from '@/store/delivery/claim-delivery'

/** The one question to a case's customer; not where the case has moved on since, nor to one who has asked not to be written to. */
export const verifyMessageFor = async (delivery: ClaimedDelivery): Promise<Outgoing> => {
  const { organizationId, caseId, caseSequence: sequence, locale, createdAt } = delivery
  const found = caseId === null || sequence === null ? undefined : await loadQuestion(organizationId, caseId, sequence)
  if (!found || caseId === null || sequence === null) throw new Undeliverable('The case that this message is about is gone.')
  if (found.customer.unsubscribedAt !== null) throw new Undeliverable('The customer has asked not to be written to any more.')
  if (!found.isOpen) throw new Undeliverable('The case has moved on; there is nothing to ask any more.')
  const unsubscribe = unsubscribeUrl(organizationId, found.customer.id, createdAt)
  if (delivery.subject !== null && delivery.text !== null && delivery.html !== null)
    return { subject: delivery.subject, text: delivery.text, html: delivery.html, unsubscribe }
  const content = questionContent(found, [locale])
  const url = verifyUrl({ organizationId, caseId, sequence }, new Date(found.until))
  const message = renderVerify({ ...content, url, unsubscribeUrl: unsubscribe })
  await saveMessage(delivery, message)
  return { ...message, unsubscribe }
}
