import { lookup } from 'node:dns'
import { type ClientRequest, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { env } from '@/config/env'
import { type Reachable, reachable } from './reachable'

export type Posting = { url: string; headers: Readonly<Record<string, string>>; body: string }

/** What came back; its body by its beginning. */
export type Answer = { status: number; retryAfterSeconds: number | undefined; body: string; isCut: boolean }

export class PostFailed extends Error {
  override name = 'PostFailed'
}

const limitMs = 10_000
/** More of an answer's body isn't read: nobody here needs it, and it may have no end. */
const bodyLimit = 8_192

/** Looks a name up and refuses what isn't to be reached; the connection goes to the addresses that were looked at. */
const guarded =
  (reach: Reachable): LookupFunction =>
  (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0)
      const inside = found.find(({ address }) => !reach.address(host, address))
      const [first] = found
      if (inside || !first)
        return done(new PostFailed(`${host} is ${inside?.address ?? 'nowhere'}, which isn’t to be reached`), '', 0)
      return options.all ? done(null, found) : done(null, first.address, first.family)
    })
  }

const secondsOf = (header: string | undefined): number | undefined => {
  if (header === undefined) return undefined
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined
}

const open = (url: URL, headers: Posting['headers'], body: string, reach: Reachable): ClientRequest => {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A literal address isn't looked up, so it is judged here.
  if (isIP(host) !== 0 && !reach.address(host, host)) throw new PostFailed(`${host} isn’t to be reached`)
  return (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    lookup: guarded(reach),
    // A connection of its own: one that was kept open could lead where the name no longer does.
    agent: false,
  })
}

/**
 * Posts a body and answers what came back, whatever it says. It follows no redirect, gives up after ten seconds, and reaches
 * only what may be reached. Throws what the network says, or PostFailed. An answer that has begun when the time is up counts as
 * it is.
 */
export const post = ({ url, headers, body }: Posting, timeoutMs = limitMs): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = open(new URL(url), headers, body, reachable(env().allowedTargets))
    let giveUp = () => {
      request.destroy(new PostFailed(`no answer within ${timeoutMs / 1000} s`))
    }
    const timer = setTimeout(() => giveUp(), timeoutMs)
    request.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      let size = 0
      const settle = (isCut: boolean) => {
        clearTimeout(timer)
        const text = Buffer.concat(chunks).subarray(0, bodyLimit).toString('utf8')
        resolve({
          status: response.statusCode ?? 0,
          retryAfterSeconds: secondsOf(response.headers['retry-after']),
          body: text,
          isCut,
        })
        if (isCut) request.destroy()
      }
      giveUp = () => settle(true)
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        size += chunk.length
        if (size > bodyLimit) settle(true)
      })
      response.on('end', () => settle(false))
      response.on('error', () => settle(true))
    })
    request.end(body)
  })
