import { beforeAll, expect, test } from 'vitest'
import { GET, PUT } from '@/app/api/v1/customers/[externalId]/route'
import { GET as list } from '@/app/api/v1/customers/route'
import { getMoney } from '@/pipeline/analyze/get-money'
import { importResponses } from '@/pipeline/listen/import-responses'
import { createApiKey } from '@/pipeline/operate/create-api-key'
import { importOne, openShop, rowsOf } from '~tests/support/shop'

let organizationId: string
let key: string
let readers: string
beforeAll(async () => {
  organizationId = await openShop()
  const [manager, viewer] = await Promise.all(['manager', 'viewer'].map((role) => createApiKey(organizationId, role, role)))
  if (!manager || !viewer || 'error' in manager || 'error' in viewer) throw new Error('no key')
  ;[key, readers] = [manager.key, viewer.key]
})

const request = (path: string, method: string, body?: unknown, token = key) =>
  new Request(`http://earshot.example/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
const of = (externalId: string) => ({ params: Promise.resolve({ externalId }) })
const read = async (answer: Response) => ({ status: answer.status, body: (await answer.json()) as Record<string, unknown> })
const put = async (externalId: string, body: unknown, token?: string) =>
  read(await PUT(request('customers/x', 'PUT', body, token), of(externalId)))
const get = async (externalId: string) => read(await GET(request('customers/x', 'GET'), of(externalId)))

test('a PUT makes a customer, the next one sets them anew: what it doesn’t say is gone', async () => {
  const body = {
    name: 'Ann',
    email: 'Ann@X.example',
    value: 1200.5,
    locale: 'en',
    attributes: { tier: 'gold', age: 41, vip: true },
  }
  expect(await put('c/17 ü', body)).toMatchObject({
    status: 201,
    body: { ...body, email: 'ann@x.example', externalId: 'c/17 ü', phone: null, unsubscribedAt: null },
  })
  expect((await put('c/17 ü', body)).status).toBe(200)
  expect(await put('c/17 ü', { name: 'Ann', attributes: { tier: 'silver' } })).toMatchObject({
    status: 200,
    body: { name: 'Ann', email: null, value: null, locale: null, attributes: { tier: 'silver' } },
  })
  expect(await get('c/17 ü')).toMatchObject({ status: 200, body: { externalId: 'c/17 ü', attributes: { tier: 'silver' } } })
})

test('a value that sums couldn’t hold is refused, wherever it comes from', async () => {
  for (const value of [1e308, -1e16]) {
    expect((await put('c-rich', { value })).status).toBe(422)
    const item = {
      survey: 'store',
      answers: { nps: 1 },
      submittedAt: new Date().toISOString(),
      customer: { externalId: 'c-rich', value },
    }
    const { accepted, rejected } = await importResponses(organizationId, [item], 'none', new Date())
    expect([accepted, rejected]).toEqual([0, [{ index: 0, errors: [{ path: 'customer.value', message: expect.any(String) }] }]])
  }
  expect((await put('c-rich', { value: 1e15 })).status).toBe(201)
  expect(await getMoney(organizationId, new Date(0))).toHaveProperty('atRisk')
})

test('ten at once make one customer', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => put('c-rush', { value: index })))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(9)
})

test('a refusal to be asked, answers and cases stay with whom they are of', async () => {
  await importOne(organizationId, 'loyalty', { nps: 2 }, { externalId: 'c-asked' })
  await rowsOf(`update customers set unsubscribed_at = '2026-01-01' where external_id = 'c-asked'`)
  expect((await put('c-asked', { name: 'Bo' })).body).toMatchObject({ unsubscribedAt: '2026-01-01T00:00:00.000Z' })
  expect(await rowsOf(`select 1 from responses r join customers c on c.id = r.customer_id where c.name = 'Bo'`)).toHaveLength(1)
})

test.each([
  [{ email: 'no address' }, 'email'],
  [{ value: 'much' }, 'value'],
  [{ attributes: { list: [1] } }, 'attributes.list'],
  [{ attributes: Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`a${at}`, at])) }, 'attributes'],
  [{ attributes: { long: 'x'.repeat(2001) } }, 'attributes.long'],
  [{ externalId: 'other' }, ''],
])('%o is refused, and where', async (body, path) => {
  expect(await put('c-bad', body)).toMatchObject({ status: 422, body: { errors: [{ path }] } })
  expect((await get('c-bad')).status).toBe(404)
})

test('an external id that is none, and a key without the right, are refused', async () => {
  expect(await put('x'.repeat(201), {})).toMatchObject({ status: 422, body: { errors: [{ path: 'externalId' }] } })
  expect((await put('c-1', {}, readers)).status).toBe(403)
})

test('the list pages through everybody, and finds them by name', async () => {
  for (let count = 0; count < 5; count++) await put(`list-${count}`, { name: `Lister ${count}`, value: count })
  const page = async (query: string) =>
    (await (await list(request(`customers?${query}`, 'GET'), { params: Promise.resolve({}) })).json()) as {
      items: { externalId: string }[]
      nextCursor: string | null
    }
  const first = await page('q=lister&sort=value&limit=3')
  const second = await page(`q=lister&sort=value&limit=3&cursor=${encodeURIComponent(first.nextCursor ?? '')}`)
  expect([...first.items, ...second.items].map(({ externalId }) => externalId)).toEqual([4, 3, 2, 1, 0].map((n) => `list-${n}`))
  expect(second.nextCursor).toBeNull()
})
