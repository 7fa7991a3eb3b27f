import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { isProven, makeChallenge } from '@/pipeline/listen/challenge'
import { solve } from '@/widget/runtime/proof'

const now = new Date('2026-11-22T10:00:00Z')
const id = '01932000-0000-7000-8000-000000000001'

const zeroBits = (text: string): number => {
  const hex = createHash('sha256').update(text).digest('hex')
  return [...hex]
    .map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0'))
    .join('')
    .indexOf('1')
}

test('what a browser finds is what the server wants to see', async () => {
  for (const difficulty of [1, 8, 12]) {
    const nonce = await solve('a.b.signature', difficulty)
    expect(zeroBits(`signature.${nonce}`)).toBeGreaterThanOrEqual(difficulty)
  }
})

test('a solved challenge opens the survey for that one response, until it expires', async () => {
  const { challenge, difficulty } = makeChallenge('delivery', id, now)
  const proof = { challenge, nonce: await solve(challenge, difficulty) }
  expect(isProven('delivery', id, proof, now)).toBe(true)
  expect(isProven('delivery', id, proof, now)).toBe(true)
  expect(isProven('other', id, proof, now)).toBe(false)
  expect(isProven('delivery', id.replace('1', '2'), proof, now)).toBe(false)
  expect(isProven('delivery', id, { challenge, nonce: `${proof.nonce}1` }, now)).toBe(false)
  expect(isProven('delivery', id, { ...proof, challenge: challenge.replace(/^./, 'x') }, now)).toBe(false)
  expect(isProven('delivery', id, proof, new Date(now.getTime() + 601_000))).toBe(false)
}, 20_000)
