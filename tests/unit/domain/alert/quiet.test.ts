import { expect, test } from 'vitest'
import { quietSchema, waitsUntil } from '@/domain/alert/quiet'

const night = { from: '20:00', to: '08:00' }
const until = (quiet: { from: string; to: string }, at: string, zone = 'UTC') =>
  waitsUntil(quiet, 'medium', new Date(at), zone)?.toISOString()

test.each([
  [night, '2026-05-01T19:59:59Z', undefined],
  [night, '2026-05-01T20:00:00Z', '2026-05-02T08:00:00.000Z'],
  [night, '2026-05-02T07:59:59Z', '2026-05-02T08:00:00.000Z'],
  [night, '2026-05-02T08:00:00Z', undefined],
  [{ from: '12:00', to: '14:00' }, '2026-05-02T13:00:00Z', '2026-05-02T14:00:00.000Z'],
  [{ from: '12:00', to: '14:00' }, '2026-05-02T14:00:00Z', undefined],
  [{ from: '00:00', to: '06:00' }, '2026-05-02T00:00:00Z', '2026-05-02T06:00:00.000Z'],
  [{ from: '18:00', to: '00:00' }, '2026-05-02T23:00:00Z', '2026-05-03T00:00:00.000Z'],
])('%j at %s waits until %s', (quiet, at, wanted) => {
  expect(until(quiet, at)).toBe(wanted)
})

test('the hours are the organization’s, daylight saving included', () => {
  // Berlin's clocks go from 2 to 3 in that night: 8 in the morning is 6 in UTC.
  expect(until(night, '2026-03-28T22:00:00Z', 'Europe/Berlin')).toBe('2026-03-29T06:00:00.000Z')
  expect(until(night, '2026-03-27T22:00:00Z', 'Europe/Berlin')).toBe('2026-03-28T07:00:00.000Z')
  expect(until(night, '2026-05-01T01:00:00Z', 'Asia/Shanghai')).toBeUndefined()
})

test('what is urgent never waits, and without quiet hours nothing does', () => {
  const at = new Date('2026-05-01T23:00:00Z')
  expect((['low', 'medium', 'high', 'critical'] as const).map((one) => waitsUntil(night, one, at, 'UTC') !== undefined)).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(waitsUntil(undefined, 'low', at, 'UTC')).toBeUndefined()
})

test.each([
  { from: '8:00', to: '20:00' },
  { from: '20:00', to: '24:00' },
  { from: '20:00', to: '20:00' },
])('%j is refused', (quiet) => {
  expect(quietSchema.safeParse(quiet).success).toBe(false)
})
