import type { AddressInfo } from 'node:net'
import { closeServer, listen, makeServer } from '@/web/server'

/** The web process's own server with nothing behind the public door: real sockets, real bodies. */
export const startPublicServer = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  const server = makeServer(async (_, response) => {
    response.writeHead(404).end()
  })
  await listen(server, 0, '127.0.0.1')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, stop: () => closeServer(server, 500) }
}
