import { expect, test } from 'vitest'
import { wilson } from '@/domain/analysis/interval'
import { clockOf } from '@/domain/case/clock'
import { type LoopCase, measureLoop } from '@/domain/case/loop'

const monday = Date.parse('2026-03-02T09:00:00Z')
const at = (hours: number) => new Date(monday + hours * 3_600_000)
const now = at(24 * 5)
const clock = clockOf({ timeZone: 'UTC', businessHours: { mon: ['09:00-17:00'], tue: ['09:00-17:00'] }, holidays: [] })
const measure = (cases: LoopCase[]) => measureLoop(cases, { clockFor: () => clock, now })

const olga = { kind: 'member', key: 'olga', name: 'Olga' } as const
const tim = { kind: 'member', key: 'tim', name: 'Tim' } as const

const one = (over: Partial<LoopCase> = {}): LoopCase => ({
  ...{ opened: true, judged: false, status: 'open', severity: 'high', owner: olga, rootCause: null },
  ...{ touchpoint: { key: 'delivery', name: 'Delivery' }, openedAt: at(0), submittedAt: at(0), alertedAt: null },
  ...{ acknowledgedAt: null, contactedAt: null, resolvedAt: null, verdictAt: null, verdict: null, dueAt: null },
  ...{ ranOut: false, escalated: false, reopened: false, ...over },
})
const many = (count: number, over: Partial<LoopCase>) => Array.from({ length: count }, () => one(over))

test('times are told in business and in real minutes, each of the cases that came so far', () => {
  const { times } = measure([
    one({ alertedAt: new Date(monday + 400), acknowledgedAt: at(1), contactedAt: at(2), resolvedAt: at(24), verdictAt: at(30) }),
    one({ acknowledgedAt: at(3) }),
  ])
  const of = (step: string) => times.find((time) => time.step === step)
  expect(of('alert')).toMatchObject({ n: 1, business: null, real: { p50: 400 / 60_000 } })
  expect(of('acknowledge')).toMatchObject({ n: 2, real: { p50: 120 }, business: { p50: 120, p90: 168 } })
  // Monday 9:00 to Tuesday 9:00 is a day, of which eight hours are business time.
  expect(of('resolve')).toMatchObject({ n: 1, real: { p50: 1440 }, business: { p50: 480 } })
  expect(of('verify')).toMatchObject({ n: 1, real: { p50: 360 } })
})

test('in time is said of cases that were resolved or ran out, not of those that may still be either', () => {
  const { inTime } = measure([one({ resolvedAt: at(1) }), one({ ranOut: true, resolvedAt: at(9) }), one({ ranOut: true }), one()])
  expect(inTime).toEqual({ count: 1, n: 3, ...wilson(1, 3) })
})

test('recovery counts words given in the period, whenever the case was opened', () => {
  const { recovery, rootCauses, cases } = measure([
    one({ opened: false, judged: true, verdict: true, rootCause: 'staff' }),
    one({ judged: true, verdict: false, rootCause: 'staff' }),
    one({ judged: false, verdict: true }),
  ])
  expect(cases).toBe(2)
  expect(recovery).toEqual({ count: 1, n: 2, ...wilson(1, 2) })
  expect(rootCauses).toEqual([{ rootCause: 'staff', recovery }])
})

test('what still runs is counted by its age', () => {
  const { open, openByAge } = measure([one({ openedAt: at(119) }), one({ openedAt: at(0) }), one({ status: 'closed' })])
  expect(open).toBe(2)
  expect(openByAge.filter(({ count }) => count > 0)).toEqual([
    { key: 'day', count: 1 },
    { key: 'week', count: 1 },
  ])
})

test('a scorecard of fewer than five cases is suppressed, and so is the next, which would give it away', () => {
  const { owners, touchpoints, leaderboards } = measure([
    ...many(3, { owner: tim, resolvedAt: at(1), judged: true, verdict: true }),
    ...many(6, { resolvedAt: at(1), judged: true, verdict: false }),
    ...many(9, { owner: { kind: 'team', key: 'care', name: 'Care' }, resolvedAt: at(1), judged: true, verdict: true }),
  ])
  const hidden = owners.filter(({ figures }) => 'suppressed' in figures).map(({ owner }) => owner.key)
  expect(hidden.sort()).toEqual(['olga', 'tim'])
  expect(JSON.stringify(owners.find(({ owner }) => owner.key === 'tim'))).toBe(
    JSON.stringify({ owner: tim, figures: { suppressed: true }, recovery: { suppressed: true } }),
  )
  expect(touchpoints).toMatchObject([{ figures: { cases: 18 }, recovery: { n: 18, count: 12 } }])
  expect(leaderboards.recovery).toMatchObject({ suppressed: 2, leaders: [{ owner: { key: 'care' }, n: 9, count: 9 }] })
})

test('of a part of the whole, one touchpoint’s say, nothing is told that fewer than five cases make', () => {
  const few = many(4, { acknowledgedAt: at(1), resolvedAt: at(2), judged: true, verdict: true })
  const measured = measureLoop(few, { clockFor: () => clock, now, isPart: true })
  const { recovery, inTime, escalated, reopened, times, touchpoints } = measured
  for (const rate of [recovery, inTime, escalated, reopened]) expect(rate).toEqual({ suppressed: true })
  expect(times.find(({ step }) => step === 'resolve')).toMatchObject({ n: 4, real: { p50: null }, business: { p50: null } })
  expect(touchpoints).toMatchObject([{ figures: { suppressed: true }, recovery: { suppressed: true } }])
  expect(measure(few).recovery).toMatchObject({ n: 4, count: 4 })
})

test('a lucky few don’t lead: their share is drawn further toward everybody’s', () => {
  const person = (key: string) => ({ kind: 'member', key, name: key }) as const
  const worked = (key: string, n: number, fixed: number) => [
    ...many(fixed, { owner: person(key), judged: true, verdict: true }),
    ...many(n - fixed, { owner: person(key), judged: true, verdict: false }),
  ]
  const { leaderboards } = measure([
    ...worked('few', 5, 5),
    ...worked('many', 100, 88),
    ...['a', 'b', 'c'].flatMap((key) => worked(key, 100, 75)),
  ])
  const { leaders, mean } = leaderboards.recovery
  expect(leaders.map(({ owner }) => owner.key)).toEqual(['many', 'few', 'a', 'b', 'c'])
  const [first, few] = leaders
  expect(few).toMatchObject({ share: 1, n: 5 })
  expect(few?.shrunk).toBeGreaterThan(mean)
  expect(few?.shrunk).toBeLessThan(first?.shrunk ?? 0)
})
