import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApiKey } from '@/pipeline/operate/create-api-key'
import { type Earshot, startEarshot } from '~tests/support/earshot'
import { newId, openShop, rowsOf } from '~tests/support/shop'
import { answers, startTargetServer, type TargetServer } from '~tests/support/target-server'
import { makeAllDue, sentTo } from '~tests/support/targets-of'
import { until } from '~tests/support/until'

const first = 'the first secret of this installation'
const second = 'and the second one that replaces it ..'
const secret = `whsec_${Buffer.from('a key of thirty-two bytes, yes !').toString('base64')}`
const to = 'webhook:erp'
let earshot: Earshot
let server: TargetServer
let key: string
let organizationId: string
beforeAll(async () => {
  server = await startTargetServer(answers(200))
  earshot = await startEarshot({
    databaseUrl: process.env.DATABASE_URL ?? '',
    env: { AUTH_SECRET: first, EARSHOT_ALLOWED_TARGETS: '127.0.0.1' },
  })
  organizationId = await openShop()
  const made = await createApiKey(organizationId, 'tests', 'admin')
  if ('error' in made) throw new Error(made.error)
  key = made.key
}, 180_000)
afterAll(async () => {
  await earshot?.stop()
  await server?.stop()
})

const call = async (method: string, path: string, body?: object): Promise<Record<string, unknown>> => {
  const answer = await fetch(`${earshot.url}/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  expect(answer.status, path).toBeLessThan(300)
  return (await answer.json()) as Record<string, unknown>
}
const restart = async (secrets: Record<string, string>): Promise<void> => {
  await Promise.all([earshot.kill('web'), earshot.kill('worker')])
  delete earshot.env.AUTH_SECRET_FORMER
  Object.assign(earshot.env, secrets)
  await Promise.all([earshot.start('web'), earshot.start('worker')])
}
const stored = async () => (await rowsOf<{ secret: string }>(`select secret from targets where key = 'erp'`))[0]?.secret ?? ''
const raise = () => call('PUT', `responses/${newId()}`, { survey: 'delivery', revision: 1, answers: { nps: 4 }, completed: true })
const signed = (got: TargetServer['got'][number]) =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
    .update(`${got.headers['webhook-id']}.${got.headers['webhook-timestamp']}.${got.body}`)
    .digest('base64')}`
const complaints = () => earshot.cli('doctor').catch((error: { stdout?: string }) => error.stdout ?? '')

test('a secret from before is sealed as the worker starts; another AUTH_SECRET holds messages back until the former one is named beside it', async () => {
  await call('PUT', 'webhooks/erp', { url: `${server.url}/hook`, events: ['alert.raised'], secret })
  await rowsOf(`update targets set secret = $1 where key = 'erp'`, [secret])
  await restart({ AUTH_SECRET: first })
  await until(async () => (await stored()).startsWith('sealed:'), 'the worker to seal it')
  const before = await stored()

  await restart({ AUTH_SECRET: second })
  await raise()
  const held = await until(async () => (await sentTo(organizationId, to)).find((one) => one.last_error !== null), 'the reason')
  expect(held).toMatchObject({ status: 'pending', attempts: 0, last_error: expect.stringContaining('AUTH_SECRET_FORMER') })
  expect(await complaints()).toMatch(/BAD +sealing +1 of the stored secrets can’t be read/)
  expect(server.got).toEqual([])
  expect(await stored()).toBe(before)

  await restart({ AUTH_SECRET: second, AUTH_SECRET_FORMER: first })
  await makeAllDue(to)
  await until(() => server.got.length > 0, 'the message')
  expect(await stored()).not.toBe(before)

  await restart({ AUTH_SECRET: second })
  await raise()
  await until(() => server.got.length > 1, 'the next message')
  for (const got of server.got) expect(got.headers['webhook-signature']).toBe(signed(got))
  expect(await complaints()).toMatch(/ok +sealing/)
}, 180_000)
