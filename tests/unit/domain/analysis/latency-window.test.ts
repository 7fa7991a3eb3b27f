import { expect, test } from 'vitest'
import { upTo, windowBefore } from '@/domain/analysis/latency-window'

const now = new Date('2026-03-02T12:00:00Z')

test('a window reaches back by its hours, and an hour ahead for clocks that differ', () => {
  const before = new Date('2026-03-02T13:00:00Z')
  expect(windowBefore(now, 24)).toEqual({ from: new Date('2026-03-01T12:00:00Z'), before })
  expect(upTo(now, new Date('2026-02-01T00:00:00Z'))).toEqual({ from: new Date('2026-02-01T00:00:00Z'), before })
})
