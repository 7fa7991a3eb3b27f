import type { IncomingMessage, ServerResponse } from 'node:http'
import { problem } from '@/collect/problem'
import { askedForHeader } from '@/config/asked-for'
import { log } from '@/observe/logger'
import { clientAddress } from './client-address'
import { limitStream } from './limit-stream'
import { declaredLength, hasBody } from './read-body'
import { sendResponse } from './send-response'

/** Enough for a programme file or 1,000 imported responses with long answers. */
const LIMIT = 16 * 1024 * 1024

export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const refuse = (response: ServerResponse): void => {
  const answer = problem(413, `The body is larger than ${LIMIT / 1024 / 1024} MiB.`, { headers: { connection: 'close' } })
  if (!response.headersSent) sendResponse(answer, response).catch((err: unknown) => log().warn({ err }, 'a refusal was not sent'))
}

/** Hands a request to Next.js, with bodies limited: declared ones by their length, others while they are read. */
export const answerConsole = async (next: NextHandler, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (declaredLength(request) > LIMIT) return refuse(response)
  // Limits on signing in trust this header, so what a client claims in it must not get through.
  request.headers['x-forwarded-for'] = clientAddress(request)
  request.headers[askedForHeader] = request.url
  const isUndeclared = hasBody(request) && request.headers['content-length'] === undefined
  const read = isUndeclared ? limitStream(request, LIMIT, () => refuse(response)) : request
  try {
    await next(read, response)
  } catch (err) {
    log().error({ err }, 'a console request failed')
    if (!response.headersSent) await sendResponse(problem(500, 'Something went wrong on our side; please try again.'), response)
  }
}
