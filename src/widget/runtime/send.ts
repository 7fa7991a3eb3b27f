import type { Outcome } from '@/domain/survey/definition'
import { toldOutcome } from '@/domain/survey/told-outcome'
import { drop, type Entry, unsent } from './queue'

/** What is stored afterwards, and how the server ended it; how long to rest before the next attempt, in ms; or that it will never be taken. */
export type Result = { stored: number; outcome: Outcome | undefined } | { rest: number } | 'refused'

/** Browsers let 64 KiB outlive their page, in UTF-8; a character of ours takes at most three bytes. */
const outlives = (body: string): boolean => body.length < 20_000

/** What each response has proven of late: it goes with all of its saves. */
const proofs = new Map<string, { challenge: string; nonce: string }>()

export const put = ({ origin, id, revision, save }: Entry, isLast = false): Promise<Response> => {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ ...save, revision, proof: proofs.get(id) })
  const keepalive = isLast && outlives(body)
  return fetch(`${origin}/api/v1/responses/${id}`, { method: 'PUT', headers, body, keepalive, credentials: 'omit' })
}

type Told = { revision?: unknown; status?: string; reason?: string; challenge?: string; difficulty?: number }

/** One attempt. Only the server's own words count as an answer: what a network's sign-in page says in its place is none. */
export const attempt = async (entry: Entry, failures: number): Promise<Result> => {
  const response = await put(entry).catch(() => undefined)
  const status = response?.status ?? 0
  const told = response?.ok || status === 429 ? ((await response?.json().catch(() => undefined)) as Told | undefined) : undefined
  if (typeof told?.revision === 'number') return { stored: told.revision, outcome: toldOutcome(told) }
  if (told?.challenge) {
    // A server under attack asks for a little work first; an honest browser has it done in a moment.
    const proof = await import('./proof').catch(() => undefined)
    if (proof) {
      proofs.set(entry.id, { challenge: told.challenge, nonce: await proof.solve(told.challenge, told.difficulty ?? 0) })
      return { rest: 0 }
    }
  }
  if (status >= 400 && status < 500 && status !== 429 && status !== 408) return 'refused'
  const asked = Number(response?.headers.get('retry-after') ?? 0) * 1000
  return { rest: Math.max(asked, Math.min(30_000, 1000 * 2 ** failures)) * (0.75 + Math.random() / 2) }
}

/** Rests that long, but no longer than until there is a network again. */
export const rest = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    addEventListener('online', end)
  })

const sendAll = async (exceptId: string): Promise<void> => {
  for (const entry of await unsent()) {
    for (let failures = 0; entry.id !== exceptId; failures++) {
      const outcome = await attempt(entry, failures)
      if (outcome === 'refused' || 'stored' in outcome) {
        await drop(entry.id, entry.revision)
        break
      }
      await rest(outcome.rest)
    }
  }
}

/**
 * Sends what an earlier visit could not, but for the response that is being given now. One tab after the other does it: the
 * next waits, since the one before may be ending without having sent anything.
 */
export const sendUnsent = async (exceptId: string): Promise<void> => {
  const { locks } = navigator
  const send = () => sendAll(exceptId)
  if (!locks) return send()
  await locks.request('earshot.unsent', send).catch((error: unknown) => {
    // A sandboxed frame has no locks; nor does it share a queue with anybody.
    if (!(error instanceof DOMException && error.name === 'SecurityError')) throw error
    return send()
  })
}
