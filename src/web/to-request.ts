import type { IncomingMessage } from 'node:http'
import { env } from '@/config/env'

/** The body as it arrives. Giving it up leaves the connection open, so that the answer gets through. */
export const bodyStream = (incoming: IncomingMessage): ReadableStream<Uint8Array> => {
  const chunks = incoming.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Uint8Array>
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(new Uint8Array(value))
    },
    cancel: async () => {
      await chunks.return?.()
    },
  })
}

/** Node's request as a web-standard one. The address is the public one, whatever the Host header claims. */
export const toRequest = (
  incoming: IncomingMessage,
  body: Buffer<ArrayBuffer> | ReadableStream | undefined,
  signal: AbortSignal,
): Request => {
  const headers = new Headers()
  for (let at = 0; at + 1 < incoming.rawHeaders.length; at += 2) {
    headers.append(incoming.rawHeaders[at] ?? '', incoming.rawHeaders[at + 1] ?? '')
  }
  const method = incoming.method ?? 'GET'
  const path = incoming.url?.startsWith('/') ? incoming.url : '/'
  return new Request(env().appUrl + path, {
    method,
    headers,
    signal,
    ...(body && method !== 'GET' && method !== 'HEAD' ? { body, duplex: 'half' as const } : {}),
  })
}
