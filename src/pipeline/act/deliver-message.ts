import { renderAlert } from '@/delivery/email/render-alert'
import { isPermanent, type Outgoing, readRefusal, sendEmail } from '@/delivery/email/send-email'
import { Undeliverable } from '@/delivery/undeliverable'
import { nextAttemptAt } from '@/domain/delivery/retry'
import { isAccountMail } from '@/domain/organization/account-link'
import { log } from '@/observe/logger'
import type { Reference } from '@/queue/jobs'
import { type ClaimedDelivery, claimDelivery, renewLease, saveMessage } from '@/store/delivery/claim-delivery'
import { loadAlertMessage } from '@/store/delivery/load-alert-message'
import { findRefusedAddress } from '@/store/delivery/refused-address'
import { saveOutcome } from '@/store/delivery/save-outcome'
import { publishLive } from '@/store/live/publish-live'
import { accountMessageFor } from './account-message'
import { linksOf } from './alert-links'
import { attemptTarget, type Tried } from './attempt-target'
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
 * Sends a due delivery and writes down what came of it; answers whether it was ours to send. Whoever comes second finds it taken. A
 * worker that dies between the other side's yes and the note of it sends at most once more, under the same Message-ID or
 * webhook-id. A message of the past is rendered and kept, never sent.
 */
export const tryDelivery = async ({ organizationId, id }: Reference): Promise<ClaimedDelivery | undefined> => {
  const delivery = await claimDelivery(organizationId, id)
  if (!delivery) return undefined
  const began = Date.now()
  // A slow mail server must not look like a worker that died.
  const renewal = setInterval(() => void renewLease(organizationId, id, delivery.attempt), 20_000)
  const attempted = delivery.targetId === null ? attemptMail(delivery) : attemptTarget(delivery, delivery.targetId)
  const tried = await attempted.finally(() => clearInterval(renewal))
  if (!tried) return undefined
  const { outcome, trace } = tried
  const error = outcome.status === 'sent' ? null : outcome.error
  const attempt = { number: delivery.attempt, at: new Date(began), durationMs: Date.now() - began, error, ...trace }
  await saveOutcome(organizationId, id, attempt, outcome)
  await publishLive([{ organizationId, type: 'delivery', id }])
  return delivery
}

/** Sends a due mail, or one message of a webhook or a chat. */
export const deliverMessage = async (reference: Reference): Promise<void> => {
  await tryDelivery(reference)
}
