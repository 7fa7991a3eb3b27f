import type { IncomingMessage } from 'node:http'
import { env } from '@/config/env'

/** The sender went away before the body was complete: nobody is left to answer. */
export class BodyCutShort extends Error {
  override name = 'BodyCutShort'
}

/**
 * The body as it arrives, no faster than it is read. Giving it up leaves the connection open, so that the answer gets
 * through; a sender who goes away in the middle is an error.
 */
export const bodyStream = (incoming: IncomingMessage): ReadableStream<Uint8Array> => {
  let isOver = false
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      const end = (finish: () => void): void => {
        if (!isOver) finish()
        isOver = true
      }
      incoming.on('data', (chunk: Buffer) => {
        if (isOver) return
        controller.enqueue(new Uint8Array(chunk))
        if ((controller.desiredSize ?? 0) <= 0) incoming.pause()
      })
      incoming.once('end', () => end(() => controller.close()))
      incoming.once('close', () => end(() => controller.error(new BodyCutShort('the body was cut short'))))
      incoming.once('error', (error) => end(() => controller.error(new BodyCutShort(error.message))))
    },
    pull: () => {
      if (!isOver) incoming.resume()
    },
    cancel: () => {
      isOver = true
      incoming.resume()
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
