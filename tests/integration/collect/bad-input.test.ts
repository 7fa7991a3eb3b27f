import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { putResponse } from '@/collect/put-response'
import { type Earshot, startEarshot } from '~tests/support/earshot'
import { countOf, newId, openShop, rowsOf } from '~tests/support/shop'

let earshot: Earshot
beforeAll(async () => {
  earshot = await startEarshot({ databaseUrl: process.env.DATABASE_URL ?? '' })
  await openShop('main')
}, 90_000)
afterAll(() => earshot?.stop())

const good = { survey: 'delivery', revision: 1, answers: { nps: 3 }, completed: true }
const deep = (levels: number) => `${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`
const put = (body: string | Buffer<ArrayBuffer>, { id = newId(), type = 'application/json' } = {}) =>
  fetch(`${earshot.url}/api/v1/responses/${id}`, { method: 'PUT', body, headers: { 'content-type': type } })
const withAnswers = (answers: unknown) => JSON.stringify({ ...good, answers })
const withField = (field: object) => JSON.stringify({ ...good, ...field })

const expectProblem = async (answer: Response, status: number) => {
  const text = await answer.text()
  expect({ status: answer.status, text }).toMatchObject({ status })
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(JSON.parse(text)).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) })
  expect(text).not.toMatch(/ at .*\.(m?js|ts):\d+|node_modules|select |insert /)
}

const bodies: [string, string | Buffer<ArrayBuffer>, number][] = [
  ['nothing', '', 400],
  ['broken JSON', '{"survey": "delivery"', 400],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400],
  ['nesting without end', deep(2_000), 400],
  ['nesting in an answer', withAnswers({ nps: JSON.parse(deep(40)) }), 422],
  ['a list', '[]', 422],
  ['null', 'null', 422],
  ['a word', '"delivery"', 422],
  ['more than 64 KiB', withAnswers({ reason: 'x'.repeat(70_000) }), 413],
  ['10 MB', 'x'.repeat(10_000_000), 413],
  ['no survey', JSON.stringify({ revision: 1, answers: {} }), 422],
  ['an unknown survey', withField({ survey: 'nowhere' }), 404],
  ['a survey’s name with a NUL', withField({ survey: 'deliv\u0000ery' }), 404],
  ['another survey’s prototype', withField({ survey: '__proto__' }), 404],
  ['a revision of nothing', withField({ revision: 0 }), 422],
  ['a revision that is a word', withField({ revision: 'one' }), 422],
  ['a revision beyond any number', '{"survey":"delivery","revision":1e400,"answers":{}}', 422],
  ['a version that never was', withField({ version: 99 }), 422],
  ['a version beyond any number', withField({ version: 9_007_199_254_740_991 }), 422],
  ['a field that nobody knows', withField({ admin: true }), 422],
  ['a time that is none', withField({ startedAt: 'yesterday' }), 422],
  ['a locale that only looks like one', withField({ locale: 'en-US-US' }), 422],
  ['a locale that is none', withField({ locale: "en'; drop table responses; --" }), 422],
  ['a channel that is none', withField({ channel: 'ÿ'.repeat(40) }), 422],
  ['a context of lists', withField({ context: { a: [1] } }), 422],
  ['an unknown question', withAnswers({ nps: 3, nobody: 1 }), 422],
  ['an answer above the scale', withAnswers({ nps: 11 }), 422],
  ['an answer below the scale', withAnswers({ nps: -1 }), 422],
  ['an answer between the marks', withAnswers({ nps: 3.5 }), 422],
  ['an answer that is a word', withAnswers({ nps: '3' }), 422],
  ['an answer beyond any number', '{"survey":"delivery","revision":1,"answers":{"nps":1e999}}', 422],
  ['an answer that is an object', withAnswers({ reason: { $ne: 1 } }), 422],
]

describe('the public door', () => {
  test.each(bodies)('refuses %s with a problem that says why, and keeps nothing', async (_, body, status) => {
    const before = await countOf('responses')
    await expectProblem(await put(body), status)
    expect(await countOf('responses')).toBe(before)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])(
    'refuses the content type %s with 415',
    async (type) => expectProblem(await put(JSON.stringify(good), { type }), 415),
  )

  test.each([
    'nonsense',
    '0193f3a0-0000-7000-8000-00000000000',
    '1',
    '%00',
    "'or 1=1",
    '0193f3a0-0000-7000-8000-000000000001%00',
  ])('refuses the id %s with 422', async (id) =>
    expectProblem(await put(JSON.stringify(good), { id: encodeURI(id).replaceAll('%25', '%') }), 422),
  )

  test('refuses another survey’s id with 409 and a closed survey with 410', async () => {
    const id = newId()
    expect((await put(JSON.stringify(good), { id })).status).toBe(201)
    await expectProblem(await put(withField({ survey: 'store', revision: 2 }), { id }), 409)
    await rowsOf(`update surveys set closed_at = now() where slug = 'help'`)
    await expectProblem(await put(JSON.stringify({ survey: 'help', revision: 1, answers: { csat: 1 } })), 410)
  })

  test.each([
    's/%00',
    's/deliv%00ery',
    's/%ff',
    's/..%2f..%2fetc',
    'a/%00',
    'api/v1/surveys/%00/definition',
    'widget/..%2fweb.mjs',
  ])('answers /%s with 4xx', async (path) => {
    const { status } = await fetch(`${earshot.url}/${path}`)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  })

  test('asks an address that sends too much to wait, and keeps exactly what it said it took', async () => {
    const ids = Array.from({ length: 450 }, () => newId())
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify(good)
    const send = (id: string, address: string) =>
      putResponse(new Request(`http://localhost/api/v1/responses/${id}`, { method: 'PUT', body, headers }), { id }, { address })
    const answers = await Promise.all(ids.map((id) => send(id, '203.0.113.7')))
    const limited = answers.filter(({ status }) => status === 429)
    expect(limited.length).toBeGreaterThan(0)
    expect(answers.every(({ status }) => status === 201 || status === 429)).toBe(true)
    for (const answer of limited) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    if (limited[0]) await expectProblem(limited[0], 429)
    expect((await send(newId(), '203.0.113.8')).status).toBe(201)
    const taken = ids.filter((_, index) => answers[index]?.status === 201)
    expect(await countOf('responses where id = any($1)', [taken])).toBe(taken.length)
    expect(await countOf('responses where id = any($1)', [ids])).toBe(taken.length)
  })
})

describe('the machine door', () => {
  const call = (method: string, path: string, body?: string) =>
    fetch(`${earshot.url}/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${earshot.key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body }),
    })

  test.each([
    ['GET', 'responses/nonsense', 404],
    ['GET', `responses/${'0'.repeat(36)}`, 404],
    ['GET', 'responses?limit=0', 422],
    ['GET', 'responses?limit=many', 422],
    ['GET', 'responses?nobody=knows', 422],
    ['GET', 'cases/0', 404],
    ['GET', 'cases/99999999999999', 404],
    ['GET', 'cases/%00', 404],
    ['GET', 'cases?cursor=99999999999', 422],
    ['GET', 'cases?response=nonsense', 422],
    ['GET', 'cases?status=lost', 422],
    ['GET', 'alert-rules/%00', 404],
    ['GET', 'surveys/%00', 404],
    ['GET', 'surveys/%00/versions', 404],
    ['POST', 'surveys/%00/publish', 404],
    ['DELETE', 'alert-rules/%00', 404],
    ['POST', 'deliveries/nonsense/replay', 404],
    ['GET', 'metrics/speed', 422],
    ['GET', 'metrics/nps?from=2026-02-30', 422],
    ['GET', 'latency?hours=-1', 422],
  ] as const)('answers %s %s with %d', async (method, path, status) => expectProblem(await call(method, path), status))

  test.each([
    'responses?survey=%00',
    'responses?touchpoint=%00',
    'alerts?rule=%00',
    'cases?owner=%00',
    'metrics/nps?survey=%00',
    'responses?cursor=x~y',
    'deliveries?cursor=%00~%00',
  ])('never fails on GET %s', async (path) => expect((await call('GET', path)).status).toBeLessThan(500))

  test.each([
    ['POST', 'responses', '{"responses": []}', 422],
    ['POST', 'responses', '{"responses": "all"}', 422],
    ['POST', 'responses', JSON.stringify({ responses: Array.from({ length: 1001 }, () => ({})) }), 422],
    ['POST', 'cases/1/events', '{"type": "vanish"}', 422],
    ['POST', 'cases/999999/events', '{"type": "start"}', 404],
    ['PUT', 'journeys/order', '[]', 422],
    ['PUT', 'journeys/Wrong%20Key', '{"name": "x", "stages": []}', 422],
    ['PUT', 'teams/%00', '{"name": "x", "members": []}', 404],
    ['PUT', 'members/nobody', '{"name": "x", "role": "admin"}', 422],
    ['PUT', 'settings', '{"timeZone": "Mars/Base"}', 422],
  ] as const)('answers %s %s %s with %d', async (method, path, body, status) =>
    expectProblem(await call(method, path, body), status),
  )

  test('takes the valid answers of an import and says of each other what is wrong', async () => {
    const item = { survey: 'store', answers: { nps: 3 }, submittedAt: new Date().toISOString() }
    const bad = [
      {},
      7,
      null,
      { ...item, survey: 'nowhere' },
      { ...item, answers: { nps: 99 } },
      { ...item, submittedAt: '2999-01-01T00:00:00Z' },
    ]
    const answer = await call('POST', 'responses', JSON.stringify({ responses: [item, ...bad] }))
    expect(answer.status).toBe(200)
    const { accepted, rejected } = (await answer.json()) as { accepted: number; rejected: { index: number }[] }
    expect({ accepted, indexes: rejected.map(({ index }) => index) }).toEqual({ accepted: 1, indexes: [1, 2, 3, 4, 5, 6] })
  })
})
