import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { problem } from '@/collect/problem'
import { withAsker } from '@/observe/asker'
import { withLogContext } from '@/observe/context'
import { log } from '@/observe/logger'
import { metrics } from '@/observe/metrics'
import { answerConsole, type NextHandler } from './answer-console'
import { answerOperations } from './answer-operations'
import { answerPublic } from './answer-public'
import { matchPublicRoute } from './public-door'
import { setSecurityHeaders } from './security-headers'
import { sendResponse } from './send-response'

type Door = 'public' | 'console' | 'operations'

const requestIdOf = (request: IncomingMessage): string => {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}

const measure = (door: Door, request: IncomingMessage, response: ServerResponse): void => {
  const { requests, requestSeconds } = metrics()
  const stop = requestSeconds.startTimer({ door })
  response.once('close', () => {
    stop()
    requests.inc({ door, method: request.method ?? '', status: String(response.statusCode) })
  })
}

/**
 * What a request line names, as a path: `http://host/path`, as proxies are asked, is `/path` (RFC 9112, section 3.2.2). Undefined
 * for what names none, such as `*`, of which the framework would make an error.
 */
const pathIn = (target = '/'): string | undefined => {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '')
  return path === '' ? '/' : path.startsWith('/') ? path : undefined
}

const isReadable = (pathname: string): boolean => {
  try {
    decodeURIComponent(pathname)
    return true
  } catch {
    return false
  }
}

const route = async (next: NextHandler, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (request.url === undefined) return sendResponse(problem(400, 'The request names no path.'), response)
  const [pathname = '/'] = request.url.split('?', 1)
  const match = matchPublicRoute(request.method ?? 'GET', pathname)
  if (match) {
    measure('public', request, response)
    return answerPublic(match, request, response)
  }
  // PostgreSQL has no text with a NUL in it, so nothing has such an address.
  if (/%00/.test(request.url)) return sendResponse(problem(404, 'There is nothing at this address.'), response)
  // The framework would make an error of ours of it.
  if (!isReadable(pathname))
    return sendResponse(problem(400, 'The address is no text: its %-signs stand for no UTF-8.'), response)
  const operations = await answerOperations(request, pathname)
  measure(operations ? 'operations' : 'console', request, response)
  if (operations) return sendResponse(operations, response, request.method === 'HEAD')
  return answerConsole(next, request, response)
}

/** Aborted once whoever asked has gone before all of the answer was sent. */
const goneWith = (response: ServerResponse): AbortSignal => {
  const gone = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) gone.abort()
  })
  return gone.signal
}

/** Every request: its id, the security headers, then operations, the public door, or the console. */
export const makeHandler =
  (next: NextHandler) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    const requestId = requestIdOf(request)
    response.setHeader('x-request-id', requestId)
    const path = pathIn(request.url)
    setSecurityHeaders(response, path ?? '/')
    // The framework and we both listen for the end of an answer; Node's default of 10 would warn of a leak.
    response.setMaxListeners(30)
    request.url = path
    const answer = (): Promise<void> =>
      route(next, request, response).catch((err: unknown) => {
        log().error({ err }, 'a request failed')
        if (response.headersSent) response.destroy()
        else
          sendResponse(problem(500, 'Something went wrong on our side; please try again.'), response).catch(() =>
            response.destroy(),
          )
      })
    withLogContext({ requestId }, () => withAsker(goneWith(response), answer))
  }
