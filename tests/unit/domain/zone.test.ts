import { expect, test } from 'vitest'
import { offsetAt, wallClock } from '@/domain/zone'

test.each([
  ['2026-07-01T12:00:00Z', 'Europe/Berlin', '2026-07-01T14:00:00.000Z', 2],
  ['2026-12-31T23:30:00Z', 'Asia/Kathmandu', '2027-01-01T05:15:00.000Z', 5.75],
  ['2026-01-01T00:00:00Z', 'America/New_York', '2025-12-31T19:00:00.000Z', -5],
])('at %s the clock in %s reads %s', (instant, zone, reading, hours) => {
  expect(new Date(wallClock(Date.parse(instant), zone)).toISOString()).toBe(reading)
  expect(offsetAt(Date.parse(instant), zone)).toBe(hours * 3_600_000)
})

test('an offset is whole, though an instant has milliseconds', () => {
  expect(offsetAt(Date.parse('2026-07-01T12:00:00.789Z'), 'Asia/Shanghai')).toBe(8 * 3_600_000)
})
