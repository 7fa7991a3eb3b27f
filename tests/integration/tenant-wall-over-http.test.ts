import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApiKey } from '@/pipeline/operate/create-api-key'
import { createOrganization } from '@/store/organization/create-organization'
import { type Earshot, startEarshot } from '~tests/support/earshot'
import { hear, openShop } from '~tests/support/shop'
import { type Belongings, belongingsOf, dumpOf, idsIn } from '~tests/support/tenants'

let earshot: Earshot
let theirs: Belongings
let key: string
let secrets: string[]
beforeAll(async () => {
  earshot = await startEarshot({ databaseUrl: process.env.DATABASE_URL ?? '' })
  await earshot.kill('worker')
  const organizationId = await openShop('main')
  theirs = await belongingsOf(
    organizationId,
    await hear(organizationId, 'delivery', { nps: 0, reason: 'words that are theirs alone' }),
  )
  const made = await createApiKey(await createOrganization('stranger', 'Stranger'), 'stranger', 'admin')
  if ('error' in made) throw new Error(made.detail)
  key = made.key
  const words = [
    'words that are theirs alone',
    'cause of theirs',
    'recovery of theirs',
    'mail of theirs',
    '@shop.example',
    'Olga',
  ]
  secrets = [...idsIn(await dumpOf(organizationId)), ...words]
}, 90_000)
afterAll(() => earshot?.stop())

type Call = { path: (theirs: Belongings) => string; body?: unknown; status: number }
const at = (path: string, status: number, body?: unknown): Call => ({ path: () => path, status, body })
const step = { type: 'start' }
const name = 'Ours'

/** What a stranger's key is answered, by route file and method. A PUT makes a thing of the stranger's own, under the same key. */
const calls: Record<string, Call | Call[]> = {
  'GET alert-rules/[key]': at('alert-rules/detractor', 404),
  'DELETE alert-rules/[key]': at('alert-rules/detractor', 404),
  'PUT alert-rules/[key]': at('alert-rules/detractor', 422, {
    name,
    touchpoints: ['delivery'],
    when: { field: 'score.nps', op: 'lte', value: 6 },
  }),
  'POST alert-rules/[key]/backtest': [
    at('alert-rules/detractor/backtest', 404, { days: 30 }),
    at('alert-rules/detractor/backtest', 200, { days: 30, rule: { name, when: { field: 'score.nps', op: 'lte', value: 10 } } }),
  ],
  'POST alert-rules/[key]/past-alerts': at('alert-rules/detractor/past-alerts', 404, { days: 30, notify: true }),
  'GET alert-rules/[key]/mutes': at('alert-rules/detractor/mutes', 200),
  'POST alert-rules/[key]/mutes': at('alert-rules/detractor/mutes', 404, {
    reason: 'Ours',
    until: new Date(Date.now() + 3_600_000).toISOString(),
  }),
  'DELETE alert-rules/[key]/mutes/[id]': { path: ({ muteId }) => `alert-rules/detractor/mutes/${muteId}`, status: 404 },
  'GET alert-rules': at('alert-rules', 200),
  'GET alerts': [at('alerts', 200), at('alerts?rule=detractor&touchpoint=delivery', 200)],
  'GET analysis/loop': [at('analysis/loop', 200), at('analysis/loop?touchpoint=delivery', 200)],
  'GET analysis/journey': at('analysis/journey?journey=order&touchpoint=delivery', 200),
  'POST cases/[number]/events': { path: ({ caseNumber }) => `cases/${caseNumber}/events`, status: 404, body: step },
  'GET cases/[number]': { path: ({ caseNumber }) => `cases/${caseNumber}`, status: 404 },
  'GET cases': [at('cases', 200), { path: ({ responseId }) => `cases?response=${responseId}`, status: 200 }],
  'GET chats': at('chats', 200),
  'GET chats/[key]': at('chats/group', 404),
  'PUT chats/[key]': at('chats/group', 422, { app: 'slack' }),
  'DELETE chats/[key]': at('chats/group', 404),
  'POST chats/[key]/test': at('chats/group/test', 404),
  'GET webhooks': at('webhooks', 200),
  'GET webhooks/[key]': at('webhooks/erp', 404),
  'PUT webhooks/[key]': at('webhooks/erp', 422, { url: 'http://127.0.0.1/' }),
  'DELETE webhooks/[key]': at('webhooks/erp', 404),
  'POST webhooks/[key]/rotate': at('webhooks/erp/rotate', 404, {}),
  'POST webhooks/[key]/test': at('webhooks/erp/test', 404),
  'GET root-causes': at('root-causes', 200),
  'PUT root-causes/[key]': at('root-causes/of-theirs', 201, { name }),
  'DELETE root-causes/[key]': at('root-causes/of-theirs-alone', 404),
  'GET recovery-actions': at('recovery-actions', 200),
  'PUT recovery-actions/[key]': at('recovery-actions/of-theirs', 201, { name }),
  'DELETE recovery-actions/[key]': at('recovery-actions/of-theirs-alone', 404),
  'GET case-mails': at('case-mails', 200),
  'PUT case-mails/[key]': at('case-mails/of-theirs', 201, { name, subject: name, text: name }),
  'DELETE case-mails/[key]': at('case-mails/of-theirs-alone', 404),
  'GET customers': [at('customers', 200), at('customers?q=Mei&sort=value', 200)],
  'GET customers/[externalId]': at('customers/invited-of-theirs', 404),
  'PUT customers/[externalId]': at('customers/somebody', 201, { name }),
  'POST events': {
    path: () => 'events',
    status: 422,
    body: [
      {
        id: '0190a0b0-0000-7000-8000-000000000001',
        touchpoint: 'delivery',
        customer: { externalId: 'somebody' },
        occurredAt: '2026-01-01T00:00:00Z',
      },
    ],
  },
  'GET exports': at('exports', 200),
  'POST exports': at('exports', 202, { format: 'csv', survey: 'delivery', where: { field: 'score.nps', op: 'lte', value: 10 } }),
  'GET exports/[id]': { path: ({ exportId }) => `exports/${exportId}`, status: 404 },
  'DELETE exports/[id]': { path: ({ exportId }) => `exports/${exportId}`, status: 404 },
  'GET exports/[id]/file': { path: ({ exportId }) => `exports/${exportId}/file`, status: 404 },
  'POST bounces': {
    path: () => 'bounces',
    status: 200,
    body: { address: 'gone@away.example', status: '5.1.1' },
  },
  'GET bounces': at('bounces', 200),
  'POST bounces/clear': at('bounces/clear', 200, { all: true }),
  'DELETE bounces/[address]': at('bounces/gone@away.example', 404),
  'GET alerts/over-budget': at('alerts/over-budget', 200),
  'POST deliveries/[id]/replay': { path: ({ deliveryId }) => `deliveries/${deliveryId}/replay`, status: 404 },
  'GET deliveries/[id]': { path: ({ deliveryId }) => `deliveries/${deliveryId}`, status: 404 },
  'GET deliveries': [at('deliveries', 200), at('deliveries?target=webhook:erp', 200)],
  'POST invitations': [
    at('invitations', 422, { survey: 'delivery', customer: { externalId: 'somebody' } }),
    at('invitations', 200, { invitations: [{ survey: 'delivery', customer: { externalId: 'somebody' } }] }),
  ],
  'PUT journeys/[key]': at('journeys/order', 201, { name, stages: [{ key: 'receive', name, phase: 'sale' }] }),
  'GET latency': [at('latency?hours=24', 200), at('latency?by=day', 200)],
  'GET live': at('live', 200),
  'PUT members/[key]': at('members/ada@shop.example', 422, { name, role: 'admin', password: 'a password of mine' }),
  'GET metrics/[metric]': [
    at('metrics/nps', 200),
    at('metrics/speed?survey=delivery&touchpoint=delivery', 200),
    at('metrics/quick', 422),
  ],
  'PUT metrics/[metric]': at('metrics/quick', 422, { name, of: 'mean', question: 'speed' }),
  'DELETE metrics/[metric]': at('metrics/quick', 404),
  'GET metrics/[metric]/versions': [at('metrics/quick/versions', 404), at('metrics/nps/versions', 200)],
  'GET metrics': at('metrics', 200),
  'GET responses/[id]': { path: ({ responseId }) => `responses/${responseId}`, status: 404 },
  'DELETE responses/[id]': { path: ({ responseId }) => `responses/${responseId}`, status: 404 },
  'GET responses': [at('responses', 200), at('responses?survey=delivery', 200), at('responses?q=late&tag=tag+of+theirs', 200)],
  'POST responses': at('responses', 200, {
    responses: [{ survey: 'delivery', answers: { nps: 1 }, submittedAt: '2026-01-01T00:00:00Z' }],
  }),
  'PUT settings': at('settings', 200, { name, locale: 'en', timeZone: 'UTC' }),
  'POST surveys/[key]/publish': at('surveys/delivery/publish', 404),
  'GET surveys/[key]': at('surveys/delivery', 404),
  'PUT surveys/[key]': at('surveys/delivery', 422, { touchpoint: 'delivery', title: name, pages: [] }),
  'POST surveys/[key]/versions/[number]/restore': at('surveys/delivery/versions/1/restore', 404),
  'GET surveys/[key]/versions': at('surveys/delivery/versions', 404),
  'DELETE teams/[key]': at('teams/care', 404),
  'PUT teams/[key]': at('teams/care', 422, { name, members: ['olga@shop.example'] }),
  'POST templates/[key]': at('templates/nps-relational', 422, { owner: 'care' }),
  'GET templates': at('templates', 200),
  'GET uploads/[id]': { path: ({ uploadId }) => `uploads/${uploadId}`, status: 404 },
  'PUT touchpoints/[key]': at('touchpoints/delivery', 422, {
    name,
    journey: 'order',
    stage: 'receive',
    channel: 'web',
    owner: 'olga@shop.example',
  }),
}

const routes = (): string[] => {
  const root = resolve(import.meta.dirname, '../../src/app/api/v1')
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .flatMap((file) =>
      [
        ...readFileSync(resolve(root, file), 'utf8').matchAll(
          /^export (?:const|(?:async )?function) (GET|PUT|POST|DELETE|PATCH)\b/gm,
        ),
      ].map(([, method]) => `${method} ${file.replace(/\/route\.ts$/, '')}`),
    )
    .sort()
}

test('every route of the machine door is called by a stranger below', () => {
  expect(routes()).toEqual(Object.keys(calls).sort())
})

const ask = async (method: string, { path, body }: Call, token = key) => {
  const abort = new AbortController()
  const answer = await fetch(`${earshot.url}/api/v1/${path(theirs)}`, {
    method,
    signal: abort.signal,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream')
  const text = isStream ? '' : await answer.text()
  abort.abort()
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text }
}

/** Lists that come with the product, as NPS, CSAT and CES do: the same for everybody. */
const isEverybodys = (route: string) =>
  [
    ...['GET templates', 'GET metrics', 'GET metrics/[metric]/versions'],
    ...['GET root-causes', 'GET recovery-actions', 'GET case-mails'],
  ].includes(route)

test.each(Object.entries(calls))('a stranger’s key learns and changes nothing by %s', async (route, given) => {
  const before = await dumpOf(theirs.organizationId)
  for (const call of [given].flat()) {
    const { status, type, text } = await ask(route.split(' ')[0] ?? '', call)
    expect({ status, text }).toMatchObject({ status: call.status })
    if (status >= 400) expect(type).toBe('application/problem+json')
    else if (text.includes('"items"') && !isEverybodys(route))
      expect(JSON.parse(text)).toMatchObject({ items: [], nextCursor: null })
    const echoed = JSON.stringify(call.body ?? '') + call.path(theirs)
    expect(secrets.filter((secret) => text.includes(secret) && !echoed.includes(secret))).toEqual([])
  }
  expect(await dumpOf(theirs.organizationId)).toEqual(before)
})

test.each(Object.entries(calls))('without a key %s is closed', async (route, given) => {
  const [call] = [given].flat()
  if (!call) throw new Error('no call')
  for (const token of ['', 'esk_nonsense'])
    expect(await ask(route.split(' ')[0] ?? '', call, token)).toMatchObject({ status: 401 })
})
