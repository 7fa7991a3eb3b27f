import { renderAlert } from '@/delivery/email/render-alert'
import { isPermanent, type Outgoing, readRefusal, sendEmail } from '@/delivery/email/send-email'
import { Undeliverable } from '@/delivery/undeliverable'
import { nextAttemptAt } from '@/domain/delivery/retry'
import { isAccountMail } from '@/domain/organization/account-link'
import { log } from '@/observe/logger'
import type { Reference } from '@/queue/jobs'
import { type ClaimedDelivery, claimMail, saveMessage } from '@/store/delivery/claim-delivery'
import { loadAlertMessage } from '@/store/delivery/load-alert-message'
import { findRefusedAddress } from '@/store/delivery/refused-address'
import { saveOutcome } from '@/store/delivery/save-outcome'
import { publishLive } from '@/store/live/publish-live'
import { accountMessageFor } from './account-message'
import { linksOf } from './alert-links'
import { attemptDelivery, type Tried } from './attempt-delivery'
import { caseMessageFor, customerMessageFor } from './case-message'
import { digestMessageFor } from './digest-message'
import { testMessageFor } from './test-message'
import { verifyMessageFor } from './verify-message'

/** Rendered at the first attempt and kept: a retry says the same. */
const messageFor = async (delivery: ClaimedDelivery): Promise<Outgoing> => {
  if (isAccountMail(delivery.kind)) return accountMessageFor(delivery)
  if (delivery.kind === 'test') return testMessageFor(delivery)
  if (delivery.kind === 'case') return caseMessageFor(delivery)
  if (delivery.kind === 'digest') return digestMessageFor(delivery)
  if (delivery.kind === 'verify') return verifyMessageFor(delivery)
  if (delivery.kind === 'customer') return customerMessageFor(delivery)
  const { subject, text, html, organizationId, alertId, locale } = delivery
  if (subject !== null && text !== null && html !== null) return { subject, text, html }
  const about = alertId === null ? undefined : await loadAlertMessage(organizationId, alertId)
  if (!about) throw new Undeliverable('What this message is about is gone.')
  const message = renderAlert({
    ...about,
    told: delivery.why,
    locale,
    links: linksOf(delivery, about),
  })
  await saveMessage(delivery, message)
  return message
}

/** Letters to customers; a member whose mailbox takes nothing is passed by when a message is written. */
const isToCustomer = ({ kind }: ClaimedDelivery): boolean => kind === 'customer' || kind === 'verify'

const attemptMail = async (delivery: ClaimedDelivery): Promise<Tried> => {
  try {
    const message = await messageFor(delivery)
    if (delivery.mode === 'past') return { outcome: { status: 'sent', mode: 'past' }, trace: {} }
    const refused = isToCustomer(delivery) ? await findRefusedAddress(delivery.organizationId, delivery.recipient) : undefined
    if (refused) return { outcome: { status: 'suppressed', error: refused.reason || (refused.status ?? '') }, trace: {} }
    const to = { address: delivery.recipient, name: delivery.recipientName ?? '' }
    const thread = delivery.caseId === null ? undefined : `case.${delivery.caseId}`
    return { outcome: { status: 'sent', mode: await sendEmail(delivery.id, to, message, thread) }, trace: {} }
  } catch (err) {
    const error = err instanceof Error ? err.message.slice(0, 1000) : String(err)
    log().warn({ err, deliveryId: delivery.id, attempt: delivery.attempt }, 'a delivery failed')
    const again = isPermanent(err) ? undefined : nextAttemptAt(delivery.attempt, new Date(), Math.random())
    return {
      outcome: again ? { status: 'retrying', nextAttemptAt: again, error } : { status: 'dead', error, refusal: readRefusal(err) },
      trace: {},
    }
  }
}

/**
 * Sends a mail that is due and writes down what came of it; whoever comes second finds it taken. A worker that dies between the mail
 * server's yes and the note of it sends at most once more, under the same Message-ID. A message of the past is rendered and kept,
 * never sent.
 */
export const deliverMessage = async ({ organizationId, id }: Reference): Promise<void> => {
  const delivery = await claimMail(organizationId, id)
  const tried = delivery && (await attemptDelivery(delivery, attemptMail(delivery)))
  if (!tried) return
  await saveOutcome(organizationId, id, tried.attempt, tried.outcome)
  await publishLive([{ organizationId, type: 'delivery', id }])
}
