import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '~tests/support/database'
import { type Earshot, startEarshot } from '~tests/support/earshot'

let database: TestDatabase
let earshot: Earshot
beforeAll(async () => {
  database = await createDatabase()
  earshot = await startEarshot({ databaseUrl: database.url })
}, 90_000)
afterAll(async () => {
  await earshot?.stop()
  await database?.drop()
})

const put = (body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${earshot.url}/api/v1/responses/0193f3a0-0000-7000-8000-000000000001`, {
    method: 'PUT',
    body,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  } as RequestInit)

const stream = (bytes: number): ReadableStream<Uint8Array> => {
  let left = bytes
  return new ReadableStream({
    pull: (controller) => {
      if (left <= 0) return controller.close()
      const size = Math.min(left, 65_536)
      left -= size
      controller.enqueue(new Uint8Array(size).fill(120))
    },
  })
}

describe('the web process', () => {
  test('is alive and ready, and says what it depends on', async () => {
    expect((await fetch(`${earshot.url}/healthz`)).status).toBe(200)
    const ready = await fetch(`${earshot.url}/readyz`)
    expect(ready.status).toBe(200)
    expect(await ready.json()).toEqual({ status: 'ready', database: 'ok', queue: 'ok', mail: 'captured' })
  })

  test.each([200_000, 10_000_000])('refuses a body of %d bytes with 413 and a reason, declared or streamed', async (bytes) => {
    for (const body of ['x'.repeat(bytes), stream(bytes)]) {
      const answer = await put(body)
      expect(answer.status).toBe(413)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(await answer.json()).toMatchObject({ status: 413, title: 'Content too large' })
    }
  })

  test('sends security headers and the request’s id with every answer', async () => {
    for (const path of ['/healthz', '/sign-in', '/no-such-page']) {
      const answer = await fetch(earshot.url + path, { headers: { 'x-request-id': 'proxy-id-12345' } })
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('content-security-policy')).toContain("object-src 'none'")
      expect(answer.headers.get('x-request-id')).toBe('proxy-id-12345')
      expect(answer.headers.get('x-powered-by')).toBeNull()
    }
  })

  test('shows metrics to the private network and to keys, not to strangers', async () => {
    const ask = (headers: Record<string, string>) => fetch(`${earshot.url}/metrics`, { headers })
    expect(await (await ask({})).text()).toContain('earshot_ready 1')
    expect((await ask({ 'x-forwarded-for': '203.0.113.9' })).status).toBe(401)
    const withKey = await ask({ 'x-forwarded-for': '203.0.113.9', authorization: `Bearer ${earshot.key}` })
    expect(withKey.status).toBe(200)
    expect(await withKey.text()).toContain('earshot_unscored_responses 0')
  })
})
