import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyStep, type CaseState } from '@/domain/case/case'
import { type Calendar, clockOf } from '@/domain/case/clock'
import type { CaseStep } from '@/domain/case/step'
import { readWall, runOut, type WallMinutes } from './minute-by-minute'

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Havana',
  'America/Santiago',
  'Asia/Shanghai',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Pacific/Auckland',
]
/** Around the days on which the clocks of some of them change, and days on which none does. */
const windows = [
  '2026-03-06',
  '2026-03-27',
  '2026-04-03',
  '2026-06-10',
  '2026-09-04',
  '2026-09-25',
  '2026-10-02',
  '2026-10-23',
  '2026-10-31',
]
const windowMinutes = 9 * 1440

const walls = new Map<string, WallMinutes>()
const wallOf = (timeZone: string, day: string): WallMinutes => {
  const key = `${timeZone} ${day}`
  const known = walls.get(key) ?? readWall(timeZone, Date.parse(`${day}T00:00:00Z`), windowMinutes)
  walls.set(key, known)
  return known
}

const span = fc
  .tuple(fc.nat(95), fc.integer({ min: 1, max: 96 }))
  .map(([from, length]) => [from * 15, Math.min(from * 15 + length * 15, 1440)] as const)
const time = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
/** Up to three spans that don't overlap, or none. */
const day = fc.array(span, { maxLength: 3 }).map((spans) => {
  const sorted = [...spans].sort(([a], [b]) => a - b)
  return sorted
    .filter(([from], at) => sorted.slice(0, at).every(([, to]) => to <= from))
    .map(([from, to]) => `${time(from)}-${time(to)}`)
})
/** What the settings take: business that never opens is refused there. */
const hours = fc.option(
  fc
    .record({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day })
    .filter((week) => Object.values(week).some((spans) => spans.length > 0)),
  { freq: 8 },
)
const holidays = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(...windows), fc.nat(8))
    .map(([from, days]) => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)),
  { maxLength: 4 },
)
const situation = fc.record({
  timeZone: fc.constantFrom(...zones),
  window: fc.constantFrom(...windows),
  businessHours: hours,
  holidays,
  start: fc.nat(4 * 1440),
  budget: fc.integer({ min: 1, max: 1800 }),
  /** how long until the next pause, and how long it lasts */
  pauses: fc.array(fc.tuple(fc.nat(700), fc.nat(900)), { maxLength: 3 }),
})

const fresh = (dueAt: Date): CaseState => ({
  ...{ status: 'in_progress', severity: 'high', dueAt, remainingMinutes: null, rootCause: null, isFixed: null },
  ...{ acknowledgedAt: null, resolvedAt: null, verifiedAt: null, closedAt: null },
})

/** What the product says: the due instant after every pause was taken as a step. */
const dueAfter = (calendar: Calendar, from: Date, budget: number, pauses: readonly (readonly [Date, Date])[]): Date | null => {
  const clock = clockOf(calendar)
  const take = (state: CaseState, step: CaseStep, at: Date): CaseState => {
    const next = applyStep(state, step, { at, sla: () => ({ clock, responseMinutes: budget }) })
    if (!next) throw new Error(`${state.status} doesn't allow ${step.type}`)
    return next
  }
  return pauses.reduce(
    (state, [begin, end]) => take(take(state, { type: 'wait' }, begin), { type: 'start' }, end),
    fresh(clock.addMinutes(from, budget)),
  ).dueAt
}

test('the due instant is the one that counting minute by minute comes to, over 10,000 calendars, zones, pauses and changes of the clock', () => {
  let judged = 0
  let changes = 0
  fc.assert(
    fc.property(situation, ({ timeZone, window, start, budget, pauses, ...calendar }) => {
      const wall = wallOf(timeZone, window)
      const at = (minute: number) => new Date(wall.start + minute * 60_000)
      let minute = start
      const standing = pauses.map(([after, length]): [number, number] => {
        const begin = minute + after
        minute = begin + length
        return [begin, minute]
      })
      const setting: Calendar = { timeZone, ...calendar }
      const expected = runOut(wall, setting, start, budget, standing)
      // Too long for the window: the reference has no answer to hold the product to.
      if (expected === undefined) return
      judged += 1
      const shift = (minute: number) => ((((wall.minutes[minute] ?? 0) - minute) % 1440) + 1440) % 1440
      if (shift(start) !== shift(expected - 1)) changes += 1
      const said = dueAfter(
        setting,
        at(start),
        budget,
        standing.map(([begin, end]) => [at(begin), at(end)]),
      )
      expect(said?.getTime()).toBe(at(expected).getTime())
    }),
    { numRuns: 11_000, seed: 20_261_129 },
  )
  expect(judged).toBeGreaterThan(10_000)
  expect(changes).toBeGreaterThan(400)
}, 60_000)
