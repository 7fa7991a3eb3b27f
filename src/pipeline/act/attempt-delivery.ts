import { type ClaimedDelivery, renewLease } from '@/store/delivery/claim-delivery'
import type { Attempt, Outcome } from '@/store/delivery/save-outcome'

/** What came of trying to send something, and what is kept of it for people to look at. */
export type Tried = { outcome: Outcome; trace: Pick<Attempt, 'request' | 'answerStatus' | 'answer'> }

/**
 * Tries to send what was claimed, and keeps the claim meanwhile: a slow server must not look like a worker that died. Undefined where
 * it was given back untried.
 */
export const attemptDelivery = async (
  { organizationId, id, attempt: number }: ClaimedDelivery,
  send: Promise<Tried | undefined>,
): Promise<{ attempt: Attempt; outcome: Outcome } | undefined> => {
  const began = Date.now()
  const renewal = setInterval(() => void renewLease(organizationId, id, number), 20_000)
  const tried = await send.finally(() => clearInterval(renewal))
  if (!tried) return undefined
  const { outcome, trace } = tried
  const error = outcome.status === 'sent' ? null : outcome.error
  return { attempt: { number, at: new Date(began), durationMs: Date.now() - began, error, ...trace }, outcome }
}
