import { describe, expect, test } from 'vitest'
import { isToldAlready } from '@/domain/alert/again'
import type { Found } from '@/domain/alert/finding'
import { createFindingTest, type PastMute } from '@/domain/alert/replay-findings'

const at = (hours: number): Date => new Date(Date.parse('2026-03-01T00:00:00Z') + hours * 3_600_000)
const dayAt = (hours: number): string => at(hours).toISOString().slice(0, 10)
const found = (touchpointId: string | null): Found => ({
  base: `deliveries:${touchpointId}`,
  finding: { kind: 'dead_deliveries', hours: 24, count: 1 },
  ...{ touchpointId, customerId: null },
})

describe('whether somebody knows already', () => {
  const earlier = [{ at: at(0), isMuted: false }]
  test.each([
    ['within the window', 24, 23.9, true],
    ['at its end', 24, 24, false],
    ['ever, where there is none', undefined, 9_999, true],
  ])('%s', (_, againHours, hours, isKnown) => {
    expect(isToldAlready(earlier, againHours, at(hours))).toBe(isKnown)
  })

  test('what was muted is written down again after a day at most', () => {
    const muted = [{ at: at(0), isMuted: true }]
    expect(isToldAlready(muted, 168, at(23.9))).toBe(true)
    expect(isToldAlready(muted, 168, at(24))).toBe(false)
    expect(isToldAlready(muted, 2, at(2))).toBe(false)
  })
})

const run = (hours: readonly number[], mutes: readonly PastMute[] = [], places: readonly (string | null)[] = ['store']) => {
  const test = createFindingTest({ first: '2026-03-01', days: 3, againHours: 24, mutes })
  const told = hours.flatMap((hour) =>
    places
      .filter((place) => test.see({ found: found(place), at: at(hour), day: dayAt(hour) }))
      .map((place) => `${place} ${hour}`),
  )
  return { told, ...test.result() }
}

test('a finding that holds on is told once a window, and counted once a day', () => {
  const { told, matched, fired, perDay, places } = run([0, 6, 12, 18, 24, 30])
  expect(told).toEqual(['store 0', 'store 24'])
  expect({ matched, fired }).toEqual({ matched: 2, fired: 2 })
  expect(perDay).toEqual([
    { day: '2026-03-01', fired: 1 },
    { day: '2026-03-02', fired: 1 },
    { day: '2026-03-03', fired: 0 },
  ])
  expect(places.get('store')?.get('2026-03-02')).toBe(1)
})

test('each place has windows of its own; the whole organization is one more', () => {
  const { told, places } = run([0, 1], [], ['store', 'web', null])
  expect(told).toEqual(['store 0', 'web 0', 'null 0'])
  expect([...places.keys()]).toEqual(['store', 'web', ''])
})

test('what is found while a rule is muted there is written down once a day, tells nobody, and is told when the muting ends', () => {
  const mute = { touchpointId: 'store', from: at(0), until: at(30) }
  const { told, muted, fired } = run([0, 6, 24, 29, 54], [mute], ['store', 'web'])
  expect(told).toEqual(['web 0', 'web 24', 'store 54', 'web 54'])
  expect({ muted, fired }).toEqual({ muted: 2, fired: 4 })
  expect(run([0, 6], [{ ...mute, touchpointId: null }], ['store', 'web'])).toMatchObject({ told: [], muted: 2, fired: 0 })
})
