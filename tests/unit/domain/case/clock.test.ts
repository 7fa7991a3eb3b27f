import { describe, expect, test } from 'vitest'
import { type Calendar, clockOf } from '@/domain/case/clock'
import { businessHoursSchema } from '@/domain/organization/business-hours'

const office: Calendar = {
  timeZone: 'Europe/Berlin',
  businessHours: {
    mon: ['09:00-12:00', '13:00-18:00'],
    tue: ['09:00-18:00'],
    wed: ['09:00-18:00'],
    thu: ['09:00-18:00'],
    fri: ['09:00-16:00'],
  },
  holidays: ['2026-05-01'],
}
const at = (text: string) => new Date(text)

describe('business time', () => {
  const clock = clockOf(office)

  test.each([
    // Monday 4 May 2026, Berlin is UTC+2
    ['2026-05-04T07:00:00Z', 60, '2026-05-04T08:00:00Z'],
    ['2026-05-04T09:30:00Z', 60, '2026-05-04T11:30:00Z'],
    ['2026-05-04T15:30:00Z', 60, '2026-05-05T07:30:00Z'],
    ['2026-05-02T10:00:00Z', 30, '2026-05-04T07:30:00Z'],
    // Thursday evening before a holiday on Friday
    ['2026-04-30T15:30:00Z', 60, '2026-05-04T07:30:00Z'],
  ])('%s plus %d minutes is %s', (from, minutes, expected) => {
    expect(clock.addMinutes(at(from), minutes)).toEqual(at(expected))
    expect(clock.minutesBetween(at(from), at(expected))).toBe(minutes)
  })

  test('across the start of summer time an hour is an hour', () => {
    const night = clockOf({ timeZone: 'Europe/Berlin', businessHours: { sun: ['01:00-04:00'] }, holidays: [] })
    // 29 March 2026: 02:00 becomes 03:00, so the span holds two hours
    expect(night.minutesBetween(at('2026-03-28T12:00:00Z'), at('2026-03-29T12:00:00Z'))).toBe(120)
    // 25 October 2026: 03:00 becomes 02:00 again, so it holds four
    expect(night.minutesBetween(at('2026-10-24T12:00:00Z'), at('2026-10-25T12:00:00Z'))).toBe(240)
  })

  test('a calendar that never opens ends somewhere', () => {
    const never = clockOf({ timeZone: 'UTC', businessHours: {}, holidays: [] })
    expect(never.addMinutes(at('2026-01-01T00:00:00Z'), 60)).toEqual(at('2026-01-01T00:00:00Z'))
    expect(never.minutesBetween(at('2026-01-01T00:00:00Z'), at('2026-02-01T00:00:00Z'))).toBe(0)
  })
})

test('without hours it runs around the clock', () => {
  const clock = clockOf({ timeZone: 'UTC', businessHours: null, holidays: ['2026-01-01'] })
  expect(clock.addMinutes(at('2026-01-01T00:00:00Z'), 90)).toEqual(at('2026-01-01T01:30:00Z'))
  expect(clock.minutesBetween(at('2026-01-01T00:00:00Z'), at('2026-01-01T01:30:00Z'))).toBe(90)
})

test('business hours must make sense', () => {
  const isFine = (input: unknown) => businessHoursSchema.safeParse(input).success
  expect(isFine({ mon: ['09:00-18:00'], sun: [] })).toBe(true)
  expect(isFine({ mon: ['18:00-09:00'] })).toBe(false)
  expect(isFine({ mon: ['09:00-12:00', '11:00-13:00'] })).toBe(false)
  expect(isFine({ mon: ['9-18'] })).toBe(false)
  expect(isFine({ monday: ['09:00-18:00'] })).toBe(false)
  expect(isFine({})).toBe(false)
})
