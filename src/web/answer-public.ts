import type { IncomingMessage, ServerResponse } from 'node:http'
import { problem } from '@/collect/problem'
import { log } from '@/observe/logger'
import { clientAddress } from './client-address'
import type { Match } from './public-door'
import { discardRest, hasBody, readBody } from './read-body'
import { sendResponse } from './send-response'
import { BodyCutShort, bodyStream, toRequest } from './to-request'

const DEFAULT_LIMIT = 64 * 1024

// A page of any shop may hold the embed: it must be able to read why its request was refused.
const readableAnywhere = { 'access-control-allow-origin': '*' }

const refuse = (limit: number): Response =>
  problem(413, `The body is larger than ${Math.round(limit / 1024)} KiB.`, {
    headers: { connection: 'close', ...readableAnywhere },
  })

const bodyOf = async (incoming: IncomingMessage, { isStreamed, maxBodyBytes = DEFAULT_LIMIT }: Match['route']) => {
  if (!hasBody(incoming)) return { bytes: undefined }
  return isStreamed ? { bytes: bodyStream(incoming) } : readBody(incoming, maxBodyBytes)
}

/** Answers from the public door: reads the body under its limit, then lets the route work on web-standard objects. */
export const answerPublic = async (
  { route, params }: Match,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> => {
  const isHead = incoming.method === 'HEAD'
  const limit = route.maxBodyBytes ?? DEFAULT_LIMIT
  const body = await bodyOf(incoming, route)
  if ('error' in body) {
    if (body.error === 'aborted') outgoing.destroy()
    else await sendResponse(refuse(limit), outgoing, isHead)
    return
  }
  const gone = new AbortController()
  outgoing.once('close', () => gone.abort())
  try {
    const request = toRequest(incoming, body.bytes, gone.signal)
    await sendResponse(await route.handle(request, params, { address: clientAddress(incoming) }), outgoing, isHead)
    if (route.isStreamed) discardRest(incoming)
  } catch (err) {
    if (err instanceof BodyCutShort) {
      outgoing.destroy()
      return
    }
    log().error({ err }, 'a public request failed')
    if (outgoing.headersSent) outgoing.destroy()
    else
      await sendResponse(
        problem(500, 'Something went wrong on our side; please try again.', { headers: readableAnywhere }),
        outgoing,
        isHead,
      )
  }
}
