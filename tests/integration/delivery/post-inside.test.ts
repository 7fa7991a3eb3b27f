import { afterAll, beforeAll, expect, test } from 'vitest'
import { post } from '@/delivery/target/post'
import { startTargetServer, type TargetServer } from '~tests/support/target-server'

let server: TargetServer
let port: string
beforeAll(async () => {
  delete process.env.EARSHOT_ALLOWED_TARGETS
  server = await startTargetServer()
  port = new URL(server.url).port
})
afterAll(() => server.stop())

test.each([
  ['an address of this machine', () => `http://127.0.0.1:${port}/`],
  ['the same in another notation', () => `http://0x7f000001:${port}/`],
  ['IPv6’s', () => `http://[::1]:${port}/`],
  ['one within the other', () => `http://[::ffff:127.0.0.1]:${port}/`],
  ['a name that turns out to lead to this machine', () => `http://localhost:${port}/`],
  ['an address of a private network', () => 'http://10.255.255.1/'],
  ['where machines in a cloud find their keys', () => 'http://169.254.169.254/latest/meta-data'],
])('where nothing is allowed, %s isn’t reached', async (_, url) => {
  await expect(post({ url: url(), headers: {}, body: '{}' }, 2_000)).rejects.toThrow('to be reached')
  expect(server.got).toEqual([])
})
