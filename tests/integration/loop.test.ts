import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobs } from '@/queue/jobs'
import { crowdOf, inLanes, isClosed, putAnswer, type Sent, standingOf, untilDone } from '~tests/support/crowd'
import { type Earshot, startEarshot } from '~tests/support/earshot'
import { countOf, openShop, rowsOf } from '~tests/support/shop'
import { type SmtpSink, startSmtpSink } from '~tests/support/smtp-sink'
import { until } from '~tests/support/until'

let sink: SmtpSink
let earshot: Earshot
let organizationId: string
beforeAll(async () => {
  sink = await startSmtpSink()
  earshot = await startEarshot({ databaseUrl: process.env.DATABASE_URL ?? '', env: { SMTP_URL: sink.url } })
  organizationId = await openShop('main')
}, 90_000)
afterAll(async () => {
  await earshot?.stop()
  await sink?.stop()
})

const send = (sent: Sent) =>
  until(
    async () => {
      sent.status = await putAnswer(earshot.url, sent.id, sent.nps)
      return sent.status === 201 || sent.status === 200
    },
    'the answer to be taken',
    30_000,
  ).then(() => undefined)

const scored = () => countOf('responses where scored_revision = revision')

/** Every answer is done and told; each interruption repeats at most the mails that were on their way at that moment. */
const expectClosed = async (crowd: readonly Sent[], interruptions: number) => {
  await untilDone()
  const { rows, drift } = await standingOf(organizationId, crowd)
  expect(rows).toHaveLength(crowd.length)
  expect(rows.filter((row) => !isClosed(row))).toEqual([])
  expect(drift).toBe(0)
  const ids = await rowsOf<{ id: string }>('select id from deliveries where response_id = any($1)', [crowd.map(({ id }) => id)])
  const mails = ids.map(({ id }) => sink.mails.filter(({ messageId }) => messageId?.startsWith(`<${id}@`)).length)
  expect(mails.filter((count) => count < 1 || count > 1 + interruptions)).toEqual([])
  const repeated = mails.reduce((sum, count) => sum + count - 1, 0)
  expect(repeated).toBeLessThanOrEqual(interruptions * jobs['deliver-message'].concurrency)
}

test('a worker that is killed again and again leaves no answer unscored, unheard or told twice', async () => {
  const crowd = crowdOf(500)
  const start = await scored()
  const sending = inLanes(crowd, 8, send)
  const kills = [0.1, 0.3, 0.5, 0.8]
  for (const share of kills) {
    await until(async () => (await scored()) >= start + share * crowd.length, 'some answers to be scored', 60_000)
    await earshot.kill('worker')
    // Time passes: the lease of what it was sending runs out.
    await rowsOf(`update deliveries set lease_until = now() - interval '1 second' where status = 'sending'`)
    await earshot.start('worker')
  }
  await sending
  await expectClosed(crowd, kills.length)
}, 180_000)

test('what a killed web process had answered with 2xx is kept, and what is sent again is the same answer', async () => {
  const crowd = crowdOf(300)
  let answered = 0
  const sending = inLanes(crowd, 8, async (sent) => {
    sent.status = await putAnswer(earshot.url, sent.id, sent.nps)
    answered += sent.status === undefined ? 0 : 1
  })
  await until(() => answered >= 60, 'some answers to be taken')
  await earshot.kill('web')
  await sending
  const taken = crowd.filter(({ status }) => status === 201 || status === 200)
  expect(taken.length).toBeGreaterThanOrEqual(60)
  expect(taken.length).toBeLessThan(crowd.length)
  expect(await countOf('responses where id = any($1)', [taken.map(({ id }) => id)])).toBe(taken.length)
  await earshot.start('web')
  await inLanes(crowd, 8, send)
  await expectClosed(crowd, 0)
}, 120_000)

test('a database that drops every connection stops nobody: answers wait with 503 and nothing is lost', async () => {
  const crowd = crowdOf(300)
  const statuses = new Set<number | undefined>()
  const start = await scored()
  const sending = inLanes(crowd, 8, (sent) =>
    until(
      async () => {
        sent.status = await putAnswer(earshot.url, sent.id, sent.nps)
        statuses.add(sent.status)
        return sent.status === 201 || sent.status === 200
      },
      'the answer to be taken',
      30_000,
    ).then(() => undefined),
  )
  const breaks = [0.1, 0.4, 0.7]
  for (const share of breaks) {
    await until(async () => (await scored()) >= start + share * crowd.length, 'some answers to be scored', 60_000)
    await rowsOf(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
    await rowsOf(
      `update deliveries set lease_until = now() - interval '1 second' where status = 'sending' and lease_until < now() + interval '80 seconds'`,
    )
  }
  await sending
  expect([...statuses].filter((status) => ![200, 201, 503].includes(status ?? 0))).toEqual([])
  await until(
    async () => {
      await rowsOf(
        `update deliveries set lease_until = now() - interval '1 second' where status = 'sending' and lease_until < now() + interval '80 seconds'`,
      )
      return untilDone(1000).catch(() => false)
    },
    'the rest to be done',
    90_000,
  )
  await expectClosed(crowd, breaks.length)
}, 180_000)

test('the acknowledgement of a case is the last of an answer’s times', async () => {
  const [one] = await rowsOf<{ number: number; id: string }>(
    'select c.number, cr.response_id as id from cases c join case_responses cr on cr.case_id = c.id order by c.number limit 1',
  )
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${earshot.url}/api/v1/${path}`, {
      ...init,
      headers: { authorization: `Bearer ${earshot.key}`, 'content-type': 'application/json' },
    })
  expect((await call(`cases/${one?.number}/events`, { method: 'POST', body: '{"type":"acknowledge"}' })).status).toBe(201)
  const { times } = (await (await call(`responses/${one?.id}`)).json()) as { times: Record<string, string> }
  const order = ['submittedAt', 'acceptedAt', 'scoredAt', 'alertedAt', 'deliveredAt', 'acknowledgedAt'].map((name) =>
    Date.parse(times[name] ?? ''),
  )
  expect(order).toEqual([...order].sort((a, b) => a - b))
  expect(order.every(Number.isFinite)).toBe(true)
})
