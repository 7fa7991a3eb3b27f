import { createHash } from 'node:crypto'
import { makeToken, readToken } from '@/auth/signed-token'

/** Leading zero bits wanted: 131,000 hashes on average, some tenths of a second in a browser, a second or two on a slow phone. */
const difficulty = 17
const validMinutes = 10

export type Challenge = { challenge: string; difficulty: number }
export type Proof = { challenge: string; nonce: string }

/** A task for the client of one response to one survey. It is signed, so nothing of it is kept here. */
export const makeChallenge = (survey: string, responseId: string, now: Date): Challenge => ({
  challenge: makeToken('proof', { s: survey, r: responseId, d: difficulty }, new Date(now.getTime() + validMinutes * 60_000)),
  difficulty,
})

const leadingZeros = (bytes: Uint8Array): number => {
  const first = bytes.findIndex((byte) => byte !== 0)
  return first === -1 ? bytes.length * 8 : first * 8 + Math.clz32(bytes[first] ?? 0) - 24
}

/**
 * Whether a proof holds: SHA-256 of the challenge's last part (its signature), a dot and the nonce begins with as many zero bits
 * as asked. A proof is for one response, so using it twice only saves the same response again: it needs no list of used ones.
 */
export const isProven = (survey: string, responseId: string, { challenge, nonce }: Proof, now: Date): boolean => {
  const read = readToken('proof', challenge, now)
  if ('error' in read || read.payload.s !== survey || read.payload.r !== responseId) return false
  const digest = createHash('sha256')
    .update(`${challenge.split('.').at(-1)}.${nonce}`)
    .digest()
  return leadingZeros(digest) >= Number(read.payload.d)
}
