import { expect, test } from 'vitest'
import { nextAttemptAt } from '@/domain/delivery/retry'

test('eleven retries, ever later, over about three days; then never again', () => {
  const now = new Date('2026-05-01T00:00:00Z')
  const waits = Array.from(
    { length: 11 },
    (_, index) => ((nextAttemptAt(index + 1, now, 0)?.getTime() ?? 0) - now.getTime()) / 1000,
  )
  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  expect(waits[0]).toBe(10)
  expect(waits.reduce((sum, wait) => sum + wait, 0) / 86_400).toBeGreaterThan(2.9)
  expect(nextAttemptAt(12, now, 0)).toBeUndefined()
  expect(nextAttemptAt(1, now, 1)?.getTime()).toBe(now.getTime() + 12_000)
})
