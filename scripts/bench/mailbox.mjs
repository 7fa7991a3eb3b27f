import { once } from 'node:events'
import { createServer } from 'node:http'
import { SMTPServer } from 'smtp-server'

const textOf = async (stream) => {
  const chunks = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** A mail server that takes everything: `{url, got: [{raw, at}], stop()}`. `at` is when a message was whole, in ms of the epoch. */
export const startMailbox = async () => {
  const got = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _, done) =>
      textOf(stream).then((raw) => {
        got.push({ raw, at: Date.now() })
        done()
      }, done),
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address()
  return { url: `smtp://127.0.0.1:${port}`, got, stop: () => new Promise((done) => server.close(done)) }
}

/** A webhook that answers 204 at once: `{url, got: [{id, body, at}], stop()}`. */
export const startReceiver = async () => {
  const got = []
  const server = createServer(async (request, response) => {
    const raw = await textOf(request)
    got.push({ id: request.headers['webhook-id'], body: JSON.parse(raw), at: Date.now() })
    response.writeHead(204).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stop = () => {
    server.closeAllConnections()
    return new Promise((done) => server.close(done))
  }
  return { url: `http://127.0.0.1:${server.address().port}`, got, stop }
}
