import { beforeAll, beforeEach, expect, test } from 'vitest'
import { POST } from '@/app/api/v1/events/route'
import { removeObject } from '@/pipeline/design/remove-object'
import { recordEvents } from '@/pipeline/listen/record-events'
import { createApiKey } from '@/pipeline/operate/create-api-key'
import { countOf, newId, openShop, rowsOf } from '~tests/support/shop'

let organizationId: string
let keys: Record<'manager' | 'analyst', string>
beforeAll(async () => {
  organizationId = await openShop()
  const keyOf = async (role: string): Promise<string> => {
    const made = await createApiKey(organizationId, role, role)
    if ('error' in made) throw new Error(made.error)
    return made.key
  }
  keys = { manager: await keyOf('manager'), analyst: await keyOf('analyst') }
})
beforeEach(async () => {
  await rowsOf('delete from customer_events')
  await rowsOf('delete from customers')
})

const event = (more: object = {}) => ({
  id: newId(),
  touchpoint: 'delivery',
  customer: { externalId: 'c-1' },
  occurredAt: '2026-10-01T08:00:00Z',
  attributes: { name: 'order_delivered', order: 'A-1' },
  ...more,
})
type Answer = { accepted: number; created: number; rejected: { index: number }[]; errors: { path: string; message: string }[] }
const send = async (body: unknown, key = keys.manager): Promise<{ status: number; body: Answer }> => {
  const answer = await POST(
    new Request('http://earshot.example/api/v1/events', {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
    { params: Promise.resolve({}) },
  )
  return { status: answer.status, body: (await answer.json()) as Answer }
}
const stored = () =>
  rowsOf<{ id: string; attributes: object; customer: string; name: string | null; at: Date; activeAt: Date }>(
    `select e.id, e.attributes, c.external_id as customer, c.name, e.occurred_at as at, c.last_active_at as "activeAt"
       from customer_events e join customers c on c.id = e.customer_id order by e.id`,
  )

test('the same batch five times at once is kept once, its customers too', async () => {
  const batch = Array.from({ length: 200 }, (_, index) =>
    event({ customer: { externalId: `c-${index % 40}`, name: `N ${index}` } }),
  )
  const shuffled = (by: number) => [...batch.slice(by), ...batch.slice(0, by)]
  const answers = await Promise.all([0, 31, 77, 120, 199].map((by) => send(shuffled(by))))
  for (const { status, body } of answers)
    expect({ status, body }).toMatchObject({ status: 202, body: { accepted: 200, rejected: [] } })
  expect(answers.reduce((sum, { body }) => sum + body.created, 0)).toBe(200)
  expect(await countOf('customer_events')).toBe(200)
  expect(await countOf('customers')).toBe(40)
})

test('calls about the same customers in any order never wait for each other for good', async () => {
  const batches = Array.from({ length: 8 }, (_, turn) =>
    Array.from({ length: 60 }, (_, index) => event({ customer: { externalId: `c-${(index * (turn + 7)) % 61}`, value: turn } })),
  )
  for (const { status, body } of await Promise.all(batches.map((batch) => send(batch))))
    expect({ status, rejected: body.rejected }).toEqual({ status: 202, rejected: [] })
  expect(await countOf('customer_events')).toBe(480)
})

test('an event that is known changes nothing: neither itself nor its customer', async () => {
  const first = event({ customer: { externalId: 'c-1', name: 'Ann' } })
  expect(await send(first)).toMatchObject({ status: 202, body: { accepted: 1, created: 1 } })
  const before = await stored()
  const again = {
    ...first,
    customer: { externalId: 'c-1', name: 'Eve' },
    attributes: { order: 'B-2' },
    occurredAt: '2026-10-09T08:00:00Z',
  }
  expect(await send(again)).toMatchObject({ status: 202, body: { accepted: 1, created: 0 } })
  expect(await send([again, again])).toMatchObject({ status: 202, body: { accepted: 2, created: 0 } })
  expect(await send({ ...again, customer: { externalId: 'c-2' } })).toMatchObject({ status: 202, body: { created: 0 } })
  expect(await stored()).toEqual(before)
  expect(await countOf('customers')).toBe(1)
})

test('of one id twice in a call the first counts', async () => {
  const one = event({ customer: { externalId: 'c-1', name: 'Ann' } })
  expect(await send([one, { ...one, customer: { externalId: 'c-1', name: 'Eve' }, attributes: {} }])).toMatchObject({
    body: { accepted: 2, created: 1 },
  })
  expect(await stored()).toMatchObject([{ id: one.id, attributes: { order: 'A-1' }, name: 'Ann' }])
})

test('its customer is created or updated as by an import: what isn’t told stays, entry after entry', async () => {
  const at = (day: number) => ({ occurredAt: `2026-10-0${day}T08:00:00Z` })
  await send([
    event({ customer: { externalId: 'c-1', name: 'Ann', attributes: { tier: 'gold' } }, ...at(2) }),
    event({ customer: { externalId: 'c-1', email: 'ann@x.example', attributes: { city: 'Bergen' } }, ...at(3) }),
  ])
  await send(event({ customer: { externalId: 'c-1' }, ...at(1) }))
  const [customer] = await rowsOf<object>(`select name, email, attributes, last_active_at as "lastActiveAt" from customers`)
  expect(customer).toEqual({
    name: 'Ann',
    email: 'ann@x.example',
    attributes: { tier: 'gold', city: 'Bergen' },
    lastActiveAt: new Date('2026-10-03T08:00:00Z'),
  })
})

test('of a list the valid ones are in, and each of the others says what is wrong with it', async () => {
  const good = event()
  const { status, body } = await send([
    event({ id: 'no uuid' }),
    good,
    event({ touchpoint: 'moon' }),
    event({ occurredAt: '2999-01-01T00:00:00Z' }),
    event({ customer: { email: 'nobody@x.example' } }),
    event({ attributes: { deep: { er: 1 } } }),
    event({ attributes: Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`a${index}`, 1])) }),
    'nothing',
  ])
  expect(status).toBe(202)
  expect(body).toMatchObject({
    accepted: 1,
    created: 1,
    rejected: [
      { index: 0, errors: [{ path: 'id', message: 'must be a UUID' }] },
      { index: 2, errors: [{ path: 'touchpoint', message: 'there is no touchpoint "moon"' }] },
      { index: 3, errors: [{ path: 'occurredAt', message: 'lies in the future' }] },
      { index: 4, errors: [{ path: 'customer.externalId' }] },
      { index: 5, errors: [{ path: 'attributes.deep' }] },
      { index: 6, errors: [{ path: 'attributes', message: 'takes at most 100 entries' }] },
      { index: 7 },
    ],
  })
  expect(await stored()).toMatchObject([{ id: good.id }])
})

test('where nothing can be kept, the answer says so', async () => {
  expect(await send(event({ touchpoint: 'moon' }))).toMatchObject({ status: 422, body: { errors: [{ path: 'touchpoint' }] } })
  expect(await send([event({ touchpoint: 'moon' })])).toMatchObject({
    status: 422,
    body: { errors: [{ path: '[0].touchpoint' }] },
  })
  expect((await send([])).status).toBe(422)
  expect((await send(Array.from({ length: 1001 }, () => event()))).status).toBe(422)
  expect((await send(event(), keys.analyst)).status).toBe(403)
  expect(await countOf('customers')).toBe(0)
})

test('a touchpoint at which something happened is archived, not removed', async () => {
  await recordEvents(organizationId, [event({ touchpoint: 'store' })], new Date())
  expect(await removeObject(organizationId, 'touchpoints', 'store', 'ada')).toMatchObject({ error: expect.any(String) })
  expect(await countOf(`touchpoints where key = 'store'`)).toBe(1)
})
