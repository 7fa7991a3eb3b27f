import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { askerGone } from '@/observe/asker'
import { closeServer, makeServer } from '@/web/server'

const opened: ReturnType<typeof makeServer>[] = []
afterEach(() => Promise.all(opened.splice(0).map((server) => closeServer(server, 0))))

/** A server whose console is `answer`, and a connection that has asked for `/`. */
const askOf = async (answer: Parameters<typeof makeServer>[0]) => {
  const server = makeServer(answer)
  opened.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n')
  return socket
}

test('who hangs up before the answer is there is known to have gone', async () => {
  let asked: (signal: AbortSignal | undefined) => void = () => undefined
  const isAsked = new Promise<AbortSignal | undefined>((resolve) => {
    asked = resolve
  })
  const socket = await askOf(async () => asked(askerGone()))
  const signal = await isAsked
  expect(signal?.aborted).toBe(false)
  socket.destroy()
  await vi.waitFor(() => expect(signal?.aborted).toBe(true))
})

test('who got all of the answer isn’t', async () => {
  let signal: AbortSignal | undefined
  const socket = await askOf(async (_, response) => {
    signal = askerGone()
    response.end('all of it')
  })
  await once(socket, 'data')
  socket.end()
  await once(socket, 'close')
  expect(signal?.aborted).toBe(false)
})
