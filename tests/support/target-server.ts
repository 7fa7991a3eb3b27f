import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'

export type Got = { path: string; headers: IncomingHttpHeaders; body: string; at: number }

/** What the server says to a request; without an end it hangs. */
export type Say = (response: ServerResponse, got: Got) => void

export type TargetServer = {
  url: string
  /** every request that came whole, in order */
  got: Got[]
  say: Say
  /** breaks every connection, those that hang too */
  dropAll: () => void
  stop: () => Promise<void>
}

export const answers =
  (status: number, body = '', headers: Record<string, string> = {}): Say =>
  (response) => {
    response.writeHead(status, headers).end(body)
  }

export const hangs: Say = () => {}

/** A real HTTP server that stands for somebody's webhook or chat. */
export const startTargetServer = async (say: Say = answers(200)): Promise<TargetServer> => {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      const got = { path: request.url ?? '', headers: request.headers, body, at: Date.now() }
      target.got.push(got)
      target.say(response, got)
    })
  })
  const target: TargetServer = {
    url: '',
    got: [],
    say,
    dropAll: () => server.closeAllConnections(),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no address')
  target.url = `http://127.0.0.1:${address.port}`
  return target
}
