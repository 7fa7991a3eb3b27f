import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { deliverToTarget } from '@/pipeline/act/deliver-to-target'
import { exportProgramme } from '@/pipeline/design/export-programme'
import { findTargets, getTarget } from '@/pipeline/design/find-targets'
import { rotateSecret } from '@/pipeline/design/rotate-secret'
import { testTarget } from '@/pipeline/design/test-target'
import { sealSecrets } from '@/pipeline/operate/seal-secrets'
import { installationKeys } from '@/store/sealing/installation-keys'
import { isSealed, seal, sealingKey } from '@/store/sealing/seal'
import { sealStored } from '@/store/sealing/seal-stored'
import { hear, openShop, rowsOf } from '~tests/support/shop'
import { answers, startTargetServer, type TargetServer } from '~tests/support/target-server'
import { apply, makeAllDue, sentTo, workOff } from '~tests/support/targets-of'

let organizationId: string
let server: TargetServer
const secret = `whsec_${Buffer.from('a key of thirty-two bytes, yes !').toString('base64')}`
const otherSecret = `whsec_${Buffer.from('another key of thirty-two bytes!').toString('base64')}`
const robot = 'SECe7a1b2c3'
const to = 'webhook:erp'
const anotherKey = sealingKey('what another installation has, 32+')
beforeAll(async () => {
  process.env.EARSHOT_ALLOWED_TARGETS = '127.0.0.1'
  server = await startTargetServer()
  organizationId = await openShop()
})
const address = () => `${server.url}/robot/send?access_token=t0k3n`
beforeEach(async () => {
  for (const table of ['delivery_attempts', 'deliveries', 'targets']) await rowsOf(`delete from ${table}`)
  server.got = []
  server.say = answers(200, '{"errcode":0}')
  await apply(organizationId, {
    webhooks: { erp: { url: `${server.url}/hook`, events: ['alert.raised'], secret } },
    chats: { group: { app: 'dingtalk', url: address(), secret: robot } },
  })
})
afterAll(() => server.stop())

type Row = { id: string; url: string; address: string | null; secret: string; former_secret: string | null }
const rowOf = async (key: string): Promise<Row> => {
  const [row] = await rowsOf<Row>('select id, url, address, secret, former_secret from targets where key = $1', [key])
  if (!row) throw new Error(`no ${key}`)
  return row
}
const signatureWith = (key: string, { headers, body }: TargetServer['got'][number]) =>
  `v1,${createHmac('sha256', Buffer.from(key.slice(6), 'base64'))
    .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
    .digest('base64')}`
const signedAs = () => server.got.map(({ headers }) => headers['webhook-signature'])
const standPlain = async () => {
  await rowsOf(`update targets set secret = $1 where key = 'erp'`, [secret])
  await rowsOf(`update targets set secret = $1, address = null, url = $2 where key = 'group'`, [robot, address()])
}
const raise = () => hear(organizationId, 'delivery', { nps: 4 })
const sendAll = async () => {
  await raise()
  await workOff()
  const asked = await testTarget(organizationId, 'chat', 'group')
  if ('error' in asked) throw new Error(asked.error)
  await deliverToTarget({ organizationId, id: asked.id })
}
const place = (id: string, column: string) => ({ table: 'targets', column, organizationId, id })

test('no secret and no chat’s address stands plain in any table, and messages are signed and addressed with them', async () => {
  await sendAll()
  const tables = await rowsOf<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  for (const { name } of tables) {
    const [found] = await rowsOf(`select 1 from "${name}" t where t::text like any($1) limit 1`, [
      [`%${secret.slice(6)}%`, `%${robot}%`, '%t0k3n%'],
    ])
    expect(found, name).toBeUndefined()
  }
  const [hook] = server.got.filter(({ path }) => path === '/hook')
  expect(hook?.headers['webhook-signature']).toBe(hook && signatureWith(secret, hook))
  expect(server.got.find(({ path }) => path.startsWith('/robot'))?.path).toContain('access_token=t0k3n&timestamp=')
})

test('a chat shows its host, an export and the list of targets no secret, and the same file again changes nothing', async () => {
  expect(await getTarget(organizationId, 'chat', 'group')).toMatchObject({ url: server.url, hasSecret: true, isReadable: true })
  expect(JSON.stringify(await findTargets(organizationId))).not.toMatch(/sealed:|t0k3n|whsec/)
  expect(JSON.stringify(await exportProgramme(organizationId))).not.toMatch(/sealed:|t0k3n|whsec/)
  const before = [await rowOf('erp'), await rowOf('group')]
  await apply(organizationId, {
    webhooks: { erp: { url: `${server.url}/hook`, events: ['alert.raised'], secret } },
    chats: { group: { app: 'dingtalk', url: address(), secret: robot } },
  })
  expect([await rowOf('erp'), await rowOf('group')]).toEqual(before)
})

test('what stood plain before goes on working, and is sealed once, by however many start at once', async () => {
  await standPlain()
  await sendAll()
  expect(server.got).toHaveLength(2)
  expect(await getTarget(organizationId, 'chat', 'group')).toMatchObject({ url: server.url })
  await Promise.all([sealSecrets(), sealSecrets(), sealSecrets()])
  for (const key of ['erp', 'group']) expect(isSealed((await rowOf(key)).secret)).toBe(true)
  const chat = await rowOf('group')
  expect([chat.url, isSealed(chat.address ?? '')]).toEqual([server.url, true])
  expect(await sealStored()).toEqual({ plain: 0, former: 0, unread: [] })
  expect(await rowOf('group')).toEqual(chat)
  server.got = []
  await sendAll()
  expect(server.got.map(({ path }) => path.split('?')[0]).sort()).toEqual(['/hook', '/robot/send'])
  for (const one of server.got.filter(({ path }) => path === '/hook'))
    expect(one.headers['webhook-signature']).toBe(signatureWith(secret, one))
})

test('a start that ended half-way is finished by the next one', async () => {
  await standPlain()
  const { id } = await rowOf('erp')
  await rowsOf(`update targets set secret = $1 where key = 'erp'`, [seal(installationKeys()[0], place(id, 'secret'), secret)])
  expect(await sealStored()).toEqual({ plain: 2, former: 0, unread: [] })
  await sendAll()
  expect(server.got).toHaveLength(2)
})

test('what somebody saves while it is being sealed stays', async () => {
  await standPlain()
  const reading = sealStored()
  await rotateSecret(organizationId, 'erp', { secret: otherSecret, overlapHours: 0 }, 'ada')
  await reading
  await sealStored()
  await sendAll()
  const hook = server.got.find(({ path }) => path === '/hook')
  expect(hook?.headers['webhook-signature']).toBe(hook && signatureWith(otherSecret, hook))
})

test('a sealed secret in another’s place signs nothing: messages wait untried, in their order, until it is put right', async () => {
  await apply(organizationId, { webhooks: { crm: { url: `${server.url}/crm`, events: [], secret: otherSecret } } })
  const own = await rowOf('erp')
  await rowsOf(`update targets set secret = $1 where key = 'erp'`, [(await rowOf('crm')).secret])
  await raise()
  await raise()
  await workOff()
  expect(server.got).toEqual([])
  expect(await sentTo(organizationId, to)).toMatchObject([
    { status: 'pending', attempts: 0, last_error: expect.stringContaining('changed, or is another’s') },
    { status: 'pending', attempts: 0 },
  ])
  expect(await getTarget(organizationId, 'webhook', 'erp')).toMatchObject({ isReadable: false, disabledAt: null, waiting: 2 })
  await rowsOf(`update targets set secret = $1 where key = 'erp'`, [own.secret])
  await makeAllDue(to)
  await workOff()
  expect((await sentTo(organizationId, to)).map(({ status, attempts }) => [status, attempts])).toEqual([
    ['sent', 1],
    ['sent', 1],
  ])
})

const sealedElsewhere = async () => {
  const { id } = await rowOf('erp')
  await rowsOf(`update targets set secret = $1 where key = 'erp'`, [seal(anotherKey, place(id, 'secret'), secret)])
  const chat = await rowOf('group')
  await rowsOf(`update targets set address = $1 where key = 'group'`, [seal(anotherKey, place(chat.id, 'address'), address())])
}

test('under another key messages wait, a test says why, the start goes on, and with the former key all goes out and is sealed anew', async () => {
  await sealedElsewhere()
  await raise()
  await workOff()
  expect(await sentTo(organizationId, to)).toMatchObject([
    { status: 'pending', attempts: 0, last_error: expect.stringContaining('AUTH_SECRET_FORMER') },
  ])
  const asked = await testTarget(organizationId, 'chat', 'group')
  if ('error' in asked) throw new Error(asked.error)
  await deliverToTarget({ organizationId, id: asked.id })
  expect(await sentTo(organizationId, 'chat:group')).toMatchObject([
    { status: 'dead', last_error: expect.stringContaining('another AUTH_SECRET') },
  ])
  const before = [await rowOf('erp'), await rowOf('group')]
  await sealSecrets()
  expect([await rowOf('erp'), await rowOf('group')]).toEqual(before)
  expect((await sealStored({ isLooking: true })).unread.map(({ column, why }) => [column, why])).toEqual([
    ['address', 'other_key'],
    ['secret', 'other_key'],
  ])
  const keys = [installationKeys()[0], anotherKey] as const
  expect(await sealStored({}, keys)).toEqual({ plain: 0, former: 2, unread: [] })
  await makeAllDue(to)
  await sendAll()
  expect((await sentTo(organizationId, to)).map(({ status }) => status)).toEqual(['sent', 'sent'])
  expect(server.got.some(({ path }) => path.includes('access_token=t0k3n'))).toBe(true)
})

test('without the former key a person makes new ones, and what waited goes out', async () => {
  await sealedElsewhere()
  await raise()
  await workOff()
  // Whatever else is saved leaves what can't be read as it stands: its key may come back.
  const before = await rowOf('erp')
  await apply(organizationId, { webhooks: { erp: { name: 'ERP', url: `${server.url}/hook`, events: ['alert.raised'] } } })
  expect((await rowOf('erp')).secret).toBe(before.secret)
  await rotateSecret(organizationId, 'erp', { secret: otherSecret }, 'ada')
  expect(await rowOf('erp')).toMatchObject({ former_secret: null })
  await apply(organizationId, { chats: { group: { app: 'dingtalk', url: address() } } })
  await makeAllDue(to)
  await workOff()
  expect(signedAs()).toEqual(server.got.map((one) => signatureWith(otherSecret, one)))
  expect(await sentTo(organizationId, to)).toMatchObject([{ status: 'sent' }])
  expect((await sealStored({ isLooking: true })).unread).toEqual([])
})

test('during a change of secrets both sign, each sealed for its own place', async () => {
  await rotateSecret(organizationId, 'erp', { secret: otherSecret, overlapHours: 1 }, 'ada')
  await raise()
  await workOff()
  const [got] = server.got
  expect(got?.headers['webhook-signature']).toBe(got && `${signatureWith(otherSecret, got)} ${signatureWith(secret, got)}`)
  await rowsOf(`update targets set secret = former_secret where key = 'erp'`)
  expect(await getTarget(organizationId, 'webhook', 'erp')).toMatchObject({ isReadable: false })
})
