import { type Answer, post } from '@/delivery/target/post'
import { judgeAnswer, requestFor, requestHead } from '@/delivery/target/target-request'
import type { Verdict } from '@/delivery/target/verdict'
import { Undeliverable } from '@/delivery/undeliverable'
import { nextAttemptAt, targetPatience } from '@/domain/delivery/retry'
import { paceOf } from '@/domain/delivery/target-kinds'
import { sayUnreadableTarget, type Unreadable } from '@/domain/unreadable'
import { log } from '@/observe/logger'
import type { ClaimedDelivery } from '@/store/delivery/claim-delivery'
import { postponeDelivery } from '@/store/delivery/postpone-delivery'
import type { Outcome } from '@/store/delivery/save-outcome'
import type { TargetDelivery } from '@/store/delivery/take-from-line'
import { takePlace } from '@/store/target/take-place'
import type { Reach } from '@/store/target/target-secrets'
import type { Tried } from './attempt-delivery'
import { targetMessageFor } from './target-message'

/** So much of an answer is kept for people to look at. */
const answerLength = 2000

/** How soon one is looked at again whose target can't be read. */
const keyWaitMs = 60_000

type OpenReach = Exclude<Reach, { unreadable: Unreadable }>

const isLast = (attempt: number) => attempt === targetPatience.waitsSeconds.length + 1

/**
 * What becomes of a delivery that wasn't taken. One that can't be taken now holds its line: nothing else would be either, and the
 * order is kept. One that was refused for what it is lets the others pass. A target that is gone, or not there for three days, is
 * switched off.
 */
const outcomeOf = (delivery: ClaimedDelivery, verdict: Exclude<Verdict, { isTaken: true }>): Outcome => {
  const { kind, error, retryAfterSeconds } = verdict
  if (kind === 'gone') return { status: 'dead', error, disables: 'gone' }
  if (delivery.kind === 'target_test') return { status: 'dead', error }
  const again = nextAttemptAt(delivery.attempt, new Date(), Math.random(), targetPatience, retryAfterSeconds)
  if (again) return { status: 'retrying', nextAttemptAt: again, error, letsPass: kind === 'refused' }
  return { status: 'dead', error, disables: kind === 'later' && isLast(delivery.attempt) ? 'failing' : undefined }
}

const failed = (delivery: ClaimedDelivery, err: unknown): Outcome => {
  log().warn({ err, deliveryId: delivery.id, attempt: delivery.attempt }, 'a delivery failed')
  const error = err instanceof Error ? err.message.slice(0, 1000) : String(err)
  return err instanceof Undeliverable ? { status: 'dead', error } : outcomeOf(delivery, { isTaken: false, kind: 'later', error })
}

const send = async (delivery: TargetDelivery, reach: OpenReach): Promise<Tried> => {
  const { target } = delivery
  const body = await targetMessageFor(delivery, target)
  const posting = requestFor({ app: target.app, ...reach }, { id: delivery.id, body, at: new Date() })
  const request = requestHead(target.app, posting)
  let answer: Answer
  try {
    answer = await post(posting)
  } catch (err) {
    return { outcome: failed(delivery, err), trace: { request } }
  }
  const trace = {
    request,
    answerStatus: answer.status,
    answer: answer.body.slice(0, answerLength).toWellFormed().replaceAll('\0', ''),
  }
  const verdict = judgeAnswer(target.app, answer)
  return { outcome: verdict.isTaken ? { status: 'sent', mode: 'http' } : outcomeOf(delivery, verdict), trace }
}

/**
 * What can't be read now can be when the operator has brought back the key: it waits untried and holds its line, however long that
 * takes. Whoever sends a test is told at once.
 */
const waitForKey = async (delivery: TargetDelivery, why: Unreadable): Promise<Tried | undefined> => {
  const error = sayUnreadableTarget(why)
  log().error({ deliveryId: delivery.id, targetId: delivery.targetId }, error)
  if (delivery.kind === 'target_test') return { outcome: { status: 'dead', error }, trace: {} }
  await postponeDelivery(delivery, keyWaitMs, error)
  return undefined
}

/**
 * Sends a claimed delivery to its webhook or chat. Undefined when it was given back untried: the chat has had enough for now, or
 * its secrets can't be read.
 */
export const attemptTarget = async (delivery: TargetDelivery): Promise<Tried | undefined> => {
  const { organizationId, kind, target, targetId } = delivery
  if (target.isRemoved) return { outcome: { status: 'dead', error: 'The target was taken away.' }, trace: {} }
  if (target.isDisabled && kind !== 'target_test')
    return { outcome: { status: 'dead', error: 'The target is switched off.' }, trace: {} }
  const { reach } = target
  if ('unreadable' in reach) return waitForKey(delivery, reach.unreadable)
  const pace = paceOf(target.app)
  if (pace && !(await takePlace(organizationId, targetId, pace))) {
    await postponeDelivery(delivery, pace.everyMs)
    return undefined
  }
  try {
    return await send(delivery, reach)
  } catch (err) {
    return { outcome: failed(delivery, err), trace: {} }
  }
}
