import { renderAlert } from '@/delivery/email/render-alert'
import { type Outgoing, readRefusal, sendEmail } from '@/delivery/email/send-email'
import { Undeliverable } from '@/delivery/undeliverable'
import { whenLost } from '@/domain/delivery/lost-mail'
import { nextAttemptAt } from '@/domain/delivery/retry'
import { isAccountMail } from '@/domain/organization/account-link'
import { log } from '@/observe/logger'
import type { Reference } from '@/queue/jobs'
import { type ClaimedDelivery, claimMail, saveMessage } from '@/store/delivery/claim-delivery'
import { loadAlertMessage } from '@/store/delivery/load-alert-message'
import { findMarkOn, type RefusedAddress } from '@/store/delivery/refused-address'
import { type Outcome, saveOutcome } from '@/store/delivery/save-outcome'
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

/** Written because nobody else could be: it goes out whatever is said of the address. */
const isLastResort = ({ why }: ClaimedDelivery): boolean => why?.kind === 'fallback' || why?.kind === 'refused'

/** The mark on its address, of a mail that isn't sent to an address that takes none. */
const findMark = async (delivery: ClaimedDelivery): Promise<RefusedAddress | undefined> =>
  isLastResort(delivery) || whenLost(delivery.kind, null) === 'tried' ? undefined : findMarkOn(delivery.organizationId, delivery)

const failed = (delivery: ClaimedDelivery, err: unknown): Outcome => {
  const error = err instanceof Error ? err.message.slice(0, 1000) : String(err)
  if (err instanceof Undeliverable) return { status: 'dead', error }
  const refusal = readRefusal(err)
  const again = nextAttemptAt(delivery.attempt, new Date(), Math.random())
  if (refusal) return { status: 'dead', error, isLost: true, refusal: { ...refusal, address: delivery.recipient, again } }
  return again ? { status: 'retrying', nextAttemptAt: again, error } : { status: 'dead', error, isLost: true }
}

const attemptMail = async (delivery: ClaimedDelivery): Promise<Tried> => {
  try {
    const message = await messageFor(delivery)
    if (delivery.mode === 'past') return { outcome: { status: 'sent', mode: 'past' }, trace: {} }
    const mark = await findMark(delivery)
    if (mark) return { outcome: { status: 'suppressed', error: mark.reason || (mark.status ?? '') }, trace: {} }
    const to = { address: delivery.recipient, name: delivery.recipientName ?? '' }
    const thread = delivery.caseId === null ? undefined : `case.${delivery.caseId}`
    return { outcome: { status: 'sent', mode: await sendEmail(delivery.id, to, message, thread) }, trace: {} }
  } catch (err) {
    log().warn({ err, deliveryId: delivery.id, attempt: delivery.attempt }, 'a delivery failed')
    return { outcome: failed(delivery, err), trace: {} }
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
