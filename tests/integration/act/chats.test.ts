import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { getTarget } from '@/pipeline/design/find-targets'
import { removeObject } from '@/pipeline/design/remove-object'
import { hear, openShop, rowsOf } from '~tests/support/shop'
import { answers, startTargetServer, type TargetServer } from '~tests/support/target-server'
import { apply, makeAllDue, sentTo, workOff } from '~tests/support/targets-of'

let organizationId: string
let server: TargetServer
const words = 'Late [again](https://evil.example) <@everyone> *broken*'
beforeAll(async () => {
  process.env.EARSHOT_ALLOWED_TARGETS = '127.0.0.1'
  server = await startTargetServer()
  organizationId = await openShop()
})
beforeEach(async () => {
  await rowsOf('update targets set paced_until = null')
  await rowsOf('delete from delivery_attempts')
  await rowsOf('delete from deliveries')
  server.got = []
})
afterAll(() => server.stop())

const secret = 'SECe7a1b2c3'
const connect = (app: string, path: string, more: object = {}) =>
  apply(organizationId, {
    chats: { group: { app, url: `${server.url}${path}`, enabled: true, ...more } },
    alertRules: {
      detractor: {
        name: 'Detractor',
        touchpoints: ['delivery'],
        when: { field: 'score.nps', op: 'lte', value: 6 },
        notify: [{ to: 'chat:group' }],
      },
      furious: { name: 'Off', when: { field: 'score.nps', op: 'lte', value: 1 }, enabled: false },
    },
  })
const sent = async () => (await sentTo(organizationId, 'chat:group'))[0]
const hearAndSend = async () => {
  await hear(organizationId, 'delivery', { nps: 2, reason: words })
  await workOff()
  const [got] = server.got
  if (!got) throw new Error('nothing came')
  return { got, body: JSON.parse(got.body) as Record<string, unknown> }
}
const ofBase64 = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64')

test('WeCom is sent markdown with the case’s link, in which the customer’s words are words alone', async () => {
  await connect('wecom', '/cgi-bin/webhook/send?key=k1')
  server.say = answers(200, '{"errcode":0,"errmsg":"ok"}')
  const { got, body } = await hearAndSend()
  expect(got.path).toBe('/cgi-bin/webhook/send?key=k1')
  expect(body).toMatchObject({ msgtype: 'markdown' })
  const { content } = body.markdown as { content: string }
  expect(content).toContain('Late ［again］（https://evil.example） ＜@everyone＞ ＊broken＊')
  expect(content).toMatch(/\[Open the case\]\(http:\/\/localhost:3000\/cases\/\d+\)/)
  expect(content.match(/\]\(/g)).toHaveLength(1)
  expect(await sent()).toMatchObject({ status: 'sent', mode: 'http', kind: 'alert' })
  const [attempt] = await rowsOf<{ request: string }>('select request from delivery_attempts')
  expect(attempt?.request).not.toContain('k1')
})

test('DingTalk is sent the time and its signature in the address', async () => {
  await connect('dingtalk', '/robot/send?access_token=t1', { secret })
  server.say = answers(200, '{"errcode":0,"errmsg":"ok"}')
  const { got, body } = await hearAndSend()
  const query = new URL(got.path, server.url).searchParams
  const timestamp = query.get('timestamp') ?? ''
  expect(query.get('access_token')).toBe('t1')
  expect(Math.abs(Number(timestamp) - Date.now())).toBeLessThan(60_000)
  expect(query.get('sign')).toBe(ofBase64(secret, `${timestamp}\n${secret}`))
  expect(body).toMatchObject({ msgtype: 'markdown', markdown: { title: expect.stringContaining('Delivery') } })
  expect(await sent()).toMatchObject({ status: 'sent' })
})

test('Feishu is sent the time and its signature in the body', async () => {
  await connect('feishu', '/open-apis/bot/v2/hook/h1', { secret })
  server.say = answers(200, '{"code":0,"msg":"success","data":{}}')
  const { body } = await hearAndSend()
  const { timestamp, sign, msg_type, card } = body as { timestamp: string; sign: string; msg_type: string; card: object }
  expect(Math.abs(Number(timestamp) * 1000 - Date.now())).toBeLessThan(60_000)
  expect(sign).toBe(ofBase64(`${timestamp}\n${secret}`, ''))
  expect(msg_type).toBe('interactive')
  expect(JSON.stringify(card)).toContain(words)
  expect(JSON.stringify(card)).not.toContain('lark_md')
  expect(await sent()).toMatchObject({ status: 'sent' })
})

test('Slack is sent blocks of plain text, Teams an Adaptive Card in a message', async () => {
  await connect('slack', '/services/T/B/X')
  server.say = answers(200, 'ok')
  const { body } = await hearAndSend()
  const { blocks } = body as { blocks: { type: string; text?: { type: string; text: string } }[] }
  expect(blocks.find(({ type }) => type === 'section')?.text).toMatchObject({ type: 'plain_text', text: `“${words}”` })
  await rowsOf('delete from delivery_attempts')
  await rowsOf('delete from deliveries')
  server.got = []
  await connect('teams', '/workflows/w/triggers/manual/paths/invoke?sig=s')
  server.say = answers(202)
  const { body: message } = await hearAndSend()
  expect(message).toMatchObject({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: { type: 'AdaptiveCard', actions: [{ type: 'Action.OpenUrl', url: expect.stringMatching(/\/cases\/\d+$/) }] },
      },
    ],
  })
  expect(JSON.stringify(message)).toContain(words)
  expect(await sent()).toMatchObject({ status: 'sent' })
})

test('an app that answers 200 and means no is understood: too fast is tried later, refused is too, gone ends it', async () => {
  await connect('dingtalk', '/robot/send?access_token=t2')
  server.say = answers(200, '{"errcode":410100,"errmsg":"too fast"}')
  const before = Date.now()
  await hearAndSend()
  const late = await sent()
  expect(late).toMatchObject({ status: 'retrying', holds_line: true, last_error: 'It answered 410100: too fast' })
  expect(late?.next_attempt_at?.getTime()).toBeGreaterThanOrEqual(before + 600_000)
  server.say = answers(200, '{"errcode":310000,"errmsg":"sign not match"}')
  await makeAllDue('chat:group')
  await workOff()
  expect(await sent()).toMatchObject({ status: 'retrying', holds_line: false, last_error: 'It answered 310000: sign not match' })
  server.say = answers(200, '{"errcode":400102,"errmsg":"robot is disabled"}')
  await makeAllDue('chat:group')
  await workOff()
  expect(await sent()).toMatchObject({ status: 'dead' })
  expect(await getTarget(organizationId, 'chat', 'group')).toMatchObject({ disabledReason: 'gone' })
  // A rule whose only recipient is away tells the administrators instead: an alert must reach somebody.
  const id = await hear(organizationId, 'delivery', { nps: 3 })
  const mails = await rowsOf<{ recipient: string }>('select recipient from deliveries where response_id = $1', [id])
  expect(mails.map(({ recipient }) => recipient)).toEqual(['ada@shop.example'])
})

test('a chat is sent no more at once than its app allows; the rest waits its turn, untried', async () => {
  await connect('slack', '/services/T/B/Y')
  server.say = answers(200, 'ok')
  for (let index = 0; index < 5; index++) await hear(organizationId, 'delivery', { nps: 4 })
  await workOff()
  const states = (await sentTo(organizationId, 'chat:group')).map(({ status, attempts }) => [status, attempts])
  expect(states.slice(0, 3)).toEqual(Array.from({ length: 3 }, () => ['sent', 1]))
  expect(states.at(-1)).toEqual(['pending', 0])
})

test('a chat that a rule names can’t be taken away: the place is told', async () => {
  await connect('slack', '/services/T/B/Z')
  expect(await removeObject(organizationId, 'chats', 'group', 'ada')).toMatchObject({
    error: 'in_use',
    errors: [{ path: 'alertRules.detractor.notify' }],
  })
  await apply(organizationId, { alertRules: { detractor: { name: 'D', when: { field: 'score.nps', op: 'lte', value: 6 } } } })
  expect(await removeObject(organizationId, 'chats', 'group', 'ada')).toHaveProperty('applyId')
  const [row] = await rowsOf('select url, secret, removed_at from targets')
  expect(row).toMatchObject({ url: '', secret: null, removed_at: expect.any(Date) })
})
