import type { IncomingMessage } from 'node:http'

/** What is read and thrown away of a body that is too large, so that an honest client gets to read the refusal. */
const DISCARD_BYTES = 16 * 1024 * 1024

export type Body = { bytes: Buffer<ArrayBuffer> } | { error: 'too_large' } | { error: 'aborted' }

export const declaredLength = (request: IncomingMessage): number => Number(request.headers['content-length'] ?? 0)

export const hasBody = (request: IncomingMessage): boolean =>
  declaredLength(request) > 0 || request.headers['transfer-encoding'] !== undefined

/** Reads a whole body of at most `limit` bytes; past the limit nothing is kept. */
export const readBody = async (request: IncomingMessage, limit: number): Promise<Body> => {
  if (declaredLength(request) > DISCARD_BYTES) return { error: 'too_large' }
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      if (size > DISCARD_BYTES) break
    }
  } catch {
    return { error: 'aborted' }
  }
  return size > limit ? { error: 'too_large' } : { bytes: Buffer.concat(chunks) }
}

/** Reads the rest of a body that was refused, so that an honest client gets to read why; one that goes on and on is cut off. */
export const discardRest = (incoming: IncomingMessage): void => {
  if (incoming.readableEnded || incoming.destroyed) return
  let size = 0
  // Whoever read it before may want it slower, and would stop it.
  incoming.removeAllListeners('data')
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > DISCARD_BYTES) incoming.destroy()
  })
  incoming.on('error', () => undefined)
  incoming.resume()
}
