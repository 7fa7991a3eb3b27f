import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '~tests/support/database'
import { type Earshot, startEarshot } from '~tests/support/earshot'
import { newId } from '~tests/support/shop'
import { programme } from '../collect/programme'

let database: TestDatabase
let earshot: Earshot
beforeAll(async () => {
  database = await createDatabase()
  earshot = await startEarshot({ databaseUrl: database.url })
  const questions = [{ key: 'photo', kind: 'file', text: 'Show us' }]
  const damage = { touchpoint: 'delivery', title: 'Damage', pages: [{ questions }] }
  for (const [path, body] of [
    ['journeys/order', programme.journeys.order],
    ['members/olga@shop.example', programme.members['olga@shop.example']],
    ['touchpoints/delivery', programme.touchpoints.delivery],
    ['surveys/damage', damage],
  ] as const)
    expect((await call('PUT', path, body)).status).toBeLessThan(300)
  expect((await call('POST', 'surveys/damage/publish')).status).toBe(201)
}, 90_000)
afterAll(async () => {
  await earshot?.stop()
  await database?.drop()
})

const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  fetch(`${earshot.url}/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${earshot.key}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })

test('a key makes a link, and the link opens', async () => {
  const made = await call('POST', 'invitations', { survey: 'damage', customer: { externalId: 'c-1' }, channel: 'sms' })
  expect(made.status).toBe(201)
  const link = (await made.json()) as { token: string; url: string }
  expect(link).toMatchObject({ url: `${earshot.url}/i/${link.token}`, state: 'sent', customer: 'c-1' })
  const page = await fetch(link.url)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Show us')
  const many = await call('POST', 'invitations', { invitations: [{ survey: 'damage', customer: { externalId: 'c-2' } }, {}] })
  expect(await many.json()).toMatchObject({ invitations: [{ customer: 'c-2' }, { errors: expect.any(Array) }] })
})

test('a file comes in at the public door and goes out to a key alone, to be saved and never shown', async () => {
  const text = 'The lid is broken.\nThe rest is fine.'
  const query = `survey=damage&question=photo&response=${newId()}`
  const sent = await fetch(`${earshot.url}/api/v1/uploads?${query}`, {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'text/html', 'x-file-name': encodeURIComponent('破损 "x".html') },
  })
  expect(sent.status).toBe(201)
  const { id } = (await sent.json()) as { id: string }
  const read = await call('GET', `uploads/${id}`)
  expect(await read.text()).toBe(text)
  expect(Object.fromEntries(read.headers)).toMatchObject({
    'content-type': 'text/plain',
    'content-disposition': `attachment; filename="__ x.html.txt"; filename*=UTF-8''%E7%A0%B4%E6%8D%9F%20x.html.txt`,
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  expect((await fetch(`${earshot.url}/api/v1/uploads/${id}`)).status).toBe(401)
})

test('an operator gets the identity secret: the same each time, until it is rotated', async () => {
  const first = await earshot.cli('identity-secret')
  expect(first).toMatch(/^[\w-]{43}$/)
  expect(await earshot.cli('identity-secret')).toBe(first)
  expect(await earshot.cli('identity-secret', '--rotate')).not.toBe(first)
})
