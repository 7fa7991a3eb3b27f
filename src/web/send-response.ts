import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const headersOf = (response: Response): Record<string, string | string[]> => {
  const headers: Record<string, string | string[]> = Object.fromEntries(response.headers)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) headers['set-cookie'] = cookies
  return headers
}

/** Writes a web-standard response to Node's, as fast as the client reads it. */
export const sendResponse = async (response: Response, outgoing: ServerResponse, isHead = false): Promise<void> => {
  if (outgoing.destroyed) return
  outgoing.writeHead(response.status, headersOf(response))
  if (!response.body || isHead) {
    outgoing.end()
    return
  }
  await pipeline(Readable.fromWeb(response.body as import('node:stream/web').ReadableStream), outgoing).catch(
    (error: unknown) => {
      // The client went away in the middle: nothing to tell it.
      if (!outgoing.destroyed) throw error
    },
  )
}
