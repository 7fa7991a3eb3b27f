import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Earshot, startEarshot } from '~tests/support/earshot'
import { newId, openShop, rowsOf } from '~tests/support/shop'
import { type SmtpSink, startSmtpSink } from '~tests/support/smtp-sink'
import { answers, hangs, startTargetServer, type TargetServer } from '~tests/support/target-server'
import { apply, sentTo } from '~tests/support/targets-of'
import { until } from '~tests/support/until'

let sink: SmtpSink
let earshot: Earshot
let organizationId: string
let quick: TargetServer
let slow: TargetServer
beforeAll(async () => {
  process.env.EARSHOT_ALLOWED_TARGETS = '127.0.0.1'
  sink = await startSmtpSink()
  quick = await startTargetServer(answers(204))
  slow = await startTargetServer(hangs)
  earshot = await startEarshot({
    databaseUrl: process.env.DATABASE_URL ?? '',
    env: { SMTP_URL: sink.url, EARSHOT_ALLOWED_TARGETS: '127.0.0.1' },
  })
  organizationId = await openShop('main')
  const events = ['alert.raised', 'case.opened']
  await apply(organizationId, { webhooks: { quick: { url: quick.url, events }, slow: { url: slow.url, events } } })
}, 90_000)
afterAll(async () => {
  await earshot?.stop()
  await Promise.all([sink?.stop(), quick?.stop(), slow?.stop()])
})

const send = async (nps: number): Promise<void> => {
  const answer = await fetch(`${earshot.url}/api/v1/responses/${newId()}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ survey: 'delivery', revision: 1, answers: { nps }, completed: true }),
  })
  expect(answer.status).toBe(201)
}
const quickOnes = () => sentTo(organizationId, 'webhook:quick')
const areSent = async (count: number) => {
  const rows = await quickOnes()
  return rows.length === count && rows.every(({ status }) => status === 'sent')
}

test('while one webhook hangs, another and the mails get theirs at once', async () => {
  for (let index = 0; index < 10; index++) await send(4)
  await until(() => areSent(20), 'the quick webhook to be told', 30_000)
  await until(() => sink.mails.length >= 10, 'the mails', 30_000)
  // The first of twenty is still being waited for; on a busy machine it may be asked for the second time.
  expect(slow.got.length).toBeLessThanOrEqual(2)
  expect(new Set(slow.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
})

test('a worker that is killed in the middle loses nothing and changes no order; what is told again has the same id', async () => {
  let count = 0
  // Every answer takes a while, so that the kill meets a request on its way.
  quick.say = (response, got) => {
    count += 1
    setTimeout(() => answers(204)(response, got), 40)
    if (count === 8) void earshot.kill('worker').then(revive)
  }
  let isRevived = false
  const revive = async () => {
    // Time passes: the lease of what it was sending runs out.
    await rowsOf(`update deliveries set lease_until = now() - interval '1 second' where status = 'sending'`)
    await earshot.start('worker')
    isRevived = true
  }
  for (let index = 0; index < 12; index++) await send(3)
  await until(() => isRevived, 'the worker to be killed and started again', 30_000)
  await until(() => areSent(44), 'everything to be told', 40_000)
  const inOrder = (await quickOnes()).map(({ id }) => id)
  const told = quick.got.map(({ headers }) => String(headers['webhook-id']))
  expect(told.filter((id, at) => told.indexOf(id) === at)).toEqual(inOrder)
  expect(told.length - inOrder.length).toBeLessThanOrEqual(1)
}, 90_000)
