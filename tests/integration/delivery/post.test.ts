import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { post } from '@/delivery/target/post'
import { answers, hangs, startTargetServer, type TargetServer } from '~tests/support/target-server'

let server: TargetServer
let port: string
beforeAll(async () => {
  // Neither a name nor a network: only this one host, whose address is looked up.
  process.env.EARSHOT_ALLOWED_TARGETS = 'localhost'
  server = await startTargetServer()
  port = new URL(server.url).port
})
beforeEach(() => {
  server.got = []
  server.say = answers(200, 'ok')
})
afterAll(() => server.stop())

const send = (url: string, timeoutMs = 2_000) =>
  post({ url, headers: { 'content-type': 'application/json' }, body: '{"a":"ä"}' }, timeoutMs)
const allowed = () => `http://localhost:${port}/hook`

test('what is posted arrives whole, and what is answered comes back', async () => {
  server.say = answers(429, 'too much', { 'retry-after': '7' })
  expect(await send(allowed())).toEqual({ status: 429, retryAfterSeconds: 7, body: 'too much', isCut: false })
  expect(server.got).toMatchObject([{ path: '/hook', body: '{"a":"ä"}', headers: { 'content-length': '10' } }])
})

test('a redirect is an answer like others, and nobody goes where it points', async () => {
  server.say = answers(307, '', { location: `http://localhost:${port}/elsewhere` })
  expect(await send(allowed())).toMatchObject({ status: 307 })
  expect(server.got).toHaveLength(1)
})

test('who doesn’t answer in time is given up; an answer that has begun counts as it is', async () => {
  server.say = hangs
  await expect(send(allowed(), 200)).rejects.toThrow('no answer within 0.2 s')
  server.say = (response) => {
    response.writeHead(200)
    response.write('beg')
  }
  expect(await send(allowed(), 400)).toMatchObject({ status: 200, body: 'beg', isCut: true })
})

test('an answer without an end is read no further than its beginning', async () => {
  server.say = (response) => {
    response.writeHead(200)
    const more = setInterval(() => response.write('x'.repeat(4096)), 1)
    response.on('close', () => clearInterval(more))
  }
  const answer = await send(allowed())
  expect(answer).toMatchObject({ status: 200, isCut: true })
  expect(answer.body).toHaveLength(8192)
})

test('a connection that breaks is a failure, not an answer', async () => {
  server.say = (response) => {
    response.destroy()
  }
  await expect(send(allowed())).rejects.toThrow()
})
