import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeMail } from '@/delivery/email/send-email'
import { doLateWork } from '@/workers/do-late-work'
import { openShop, rowsOf, submit } from '~tests/support/shop'
import { type SmtpSink, startSmtpSink } from '~tests/support/smtp-sink'

let sink: SmtpSink
beforeAll(async () => {
  sink = await startSmtpSink()
  process.env.SMTP_URL = sink.url
  await openShop()
})
afterAll(async () => {
  closeMail()
  await sink.stop()
})

/** Moves what the queue was asked for into the past, where nobody can still be expected to do it. */
const letTimePass = async (id: string): Promise<void> => {
  await rowsOf(
    `update responses set score_due_at = score_due_at - interval '1 minute', scored_at = scored_at - interval '1 minute' where id = $1`,
    [id],
  )
  await rowsOf(
    `update deliveries set next_attempt_at = next_attempt_at - interval '1 minute'
      where alert_id in (select id from alerts where response_id = $1)`,
    [id],
  )
}

const stateOf = async (id: string) =>
  (
    await rowsOf(
      `select r.scored_revision as scored, r.evaluated_revision as judged,
              (select count(*)::int from alerts a where a.response_id = r.id) as alerts,
              (select string_agg(d.status, ',') from deliveries d join alerts a on a.id = d.alert_id where a.response_id = r.id) as mails
         from responses r where r.id = $1`,
      [id],
    )
  )[0]

test('an answer that no queue ever carries is scored, judged and mailed all the same, once', async () => {
  const id = await submit('delivery', { nps: 3, reason: 'The box was open' })
  await doLateWork()
  expect(await stateOf(id)).toEqual({ scored: 0, judged: 0, alerts: 0, mails: null })
  for (let step = 0; step < 3; step++) {
    await letTimePass(id)
    await doLateWork()
  }
  expect(await stateOf(id)).toEqual({ scored: 1, judged: 1, alerts: 1, mails: 'sent' })
  expect(sink.mails).toHaveLength(1)
})
