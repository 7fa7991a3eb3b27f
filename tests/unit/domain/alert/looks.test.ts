import { expect, test } from 'vitest'
import { looksBetween } from '@/domain/alert/looks'

const from = new Date('2026-03-28T22:50:00Z')
const at = (iso: string) => new Date(iso)
/** Berlin's clocks go forward in the night to March 29: that day has 23 hours. */
const looks = (until: string) =>
  looksBetween(from, at(until), { everySeconds: 900, first: '2026-03-28', timeZone: 'Europe/Berlin' })

test('looks come at once and at even intervals, up to the end and at it', () => {
  expect(looks('2026-03-28T22:50:00Z').count).toBe(1)
  expect(looks('2026-03-28T23:05:00Z').count).toBe(2)
  expect(looks('2026-03-28T23:04:59Z').count).toBe(1)
  expect(looks('2026-03-29T00:00:00Z').at(2)).toEqual(at('2026-03-28T23:20:00Z'))
})

test('what became known is seen by the first look at or after it, and what was there before by the first of all', () => {
  const { firstAfter } = looks('2026-03-30T00:00:00Z')
  expect(firstAfter(at('2026-03-01T00:00:00Z'))).toBe(0)
  expect(firstAfter(from)).toBe(0)
  expect(firstAfter(at('2026-03-28T22:50:01Z'))).toBe(1)
  expect(firstAfter(at('2026-03-28T23:05:00Z'))).toBe(1)
})

test('the day turns at the organization’s midnight, also on the day on which clocks change', () => {
  const { at: timeOf, dayOf, count } = looks('2026-03-30T00:00:00Z')
  const turns: string[] = []
  let day = ''
  for (let look = 0; look < count; look += 1) {
    if (dayOf(look) !== day) turns.push(`${dayOf(look)} ${timeOf(look).toISOString()}`)
    day = dayOf(look)
  }
  expect(turns).toEqual([
    '2026-03-28 2026-03-28T22:50:00.000Z',
    '2026-03-29 2026-03-28T23:05:00.000Z',
    '2026-03-30 2026-03-29T22:05:00.000Z',
  ])
})
