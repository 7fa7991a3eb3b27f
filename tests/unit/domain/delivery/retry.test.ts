import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type mailPatience, nextAttemptAt, targetPatience } from '@/domain/delivery/retry'

const now = new Date('2026-05-01T00:00:00Z')
const wait = (attempt: number, ...more: [number, typeof mailPatience?, number?]) =>
  ((nextAttemptAt(attempt, now, ...more)?.getTime() ?? Number.NaN) - now.getTime()) / 1000

test('eleven retries of a mail, ever later, over about three days; then never again', () => {
  const waits = Array.from({ length: 11 }, (_, index) => wait(index + 1, 0))
  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  expect(waits[0]).toBe(10)
  expect(waits.reduce((sum, one) => sum + one, 0) / 86_400).toBeGreaterThan(2.9)
  expect(nextAttemptAt(12, now, 0)).toBeUndefined()
  expect(wait(1, 1)).toBe(12)
})

test('a target is tried ten times within three days, ever later, whatever chance says; what is asked for is waited, up to a day', () => {
  const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 })
  fc.assert(
    fc.property(chances, fc.nat({ max: 200_000 }), (spread, asked) => {
      const waits = spread.map((chance, index) => wait(index + 1, chance, targetPatience))
      const total = waits.reduce((sum, one) => sum + one, 0) / 86_400
      expect(waits).toEqual([...waits].sort((a, b) => a - b))
      expect(total).toBeGreaterThan(2.8)
      expect(total).toBeLessThan(3.1)
      expect(nextAttemptAt(10, now, spread[0] ?? 0, targetPatience)).toBeUndefined()
      const patient = wait(1, spread[0] ?? 0, targetPatience, asked)
      expect(patient).toBeGreaterThanOrEqual(Math.min(asked, 86_400))
      expect(patient).toBeLessThanOrEqual(Math.max(86_400, 11))
    }),
  )
})

test('what failed together isn’t tried together', () => {
  expect(wait(3, 0, targetPatience)).toBe(300)
  expect(wait(3, 1, targetPatience)).toBeCloseTo(330)
})
