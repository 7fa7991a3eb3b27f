import { createServer, type Server } from 'node:http'
import type { NextHandler } from './answer-console'
import { makeHandler } from './handler'

/** The HTTP server with limits against slow and idle clients. Live streams are answers, so none of these cuts them. */
export const makeServer = (next: NextHandler): Server => {
  const server = createServer(
    // A file of 25 MiB takes two minutes on a slow phone.
    { headersTimeout: 20_000, requestTimeout: 180_000, connectionsCheckingInterval: 5_000 },
    makeHandler(next),
  )
  // Longer than the idle time of usual reverse proxies, so that it is they who close a connection and not we under a request.
  server.keepAliveTimeout = 75_000
  server.maxHeadersCount = 100
  return server
}

export const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })

/** Stops taking connections, gives requests at work `graceMs`, then cuts what is left, such as live streams. */
export const closeServer = (server: Server, graceMs: number): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), graceMs).unref()
  })
