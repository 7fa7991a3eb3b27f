import { describe, expect, test } from 'vitest'
import { casePolicySchema, defaultCasePolicy } from '@/domain/case/policy'
import { dueOf, type Sla, type SlaSetting, slaOf } from '@/domain/case/sla'
import { watchClock } from '@/domain/case/watch'

const t = (hours: number) => new Date(Date.UTC(2026, 4, 4, 9) + hours * 3_600_000)
const office: SlaSetting = {
  timeZone: 'UTC',
  businessHours: { mon: ['09:00-17:00'], tue: ['09:00-17:00'], wed: ['09:00-17:00'] },
  holidays: [],
  responseHours: null,
  casePolicy: null,
}
const policy = casePolicySchema.parse({
  escalation: [
    { afterHours: 0, to: 'role:manager' },
    { afterHours: 2, to: 'team:care' },
    { afterHours: 10, to: 'member:Ada@Shop.example', assign: true },
  ],
})
const sla: Sla = { ...slaOf(office, 'critical'), responseMinutes: 240 }
/** Opened on Monday at nine, due at one. */
const state = { dueAt: t(4), remainingMinutes: null, level: 0 }
const watch = (level: number, now: Date, over: Partial<typeof state> = {}) =>
  watchClock({ ...state, ...over, level }, policy, sla, now)

describe('a clock that runs', () => {
  test('calls for nothing until three quarters are used, then for a warning, once', () => {
    expect(watch(0, t(0))).toEqual({ calls: [], level: 0, nextAt: t(3) })
    expect(watch(0, t(3))).toEqual({ calls: [{ type: 'warn' }], level: 1, nextAt: t(4) })
    expect(watch(1, t(3.5))).toEqual({ calls: [], level: 1, nextAt: t(4) })
  })

  test('goes along the chain in business time once it has run out, each step once', () => {
    const first = watch(1, t(4))
    expect(first.calls.map(({ type }) => type)).toEqual(['run_out', 'escalate'])
    expect(first).toMatchObject({ level: 3, nextAt: t(6) })
    expect(watch(3, t(6))).toMatchObject({ calls: [{ type: 'escalate', step: 2, to: 'team:care' }], level: 4, nextAt: t(30) })
    expect(watch(4, t(30))).toMatchObject({
      calls: [{ type: 'escalate', step: 3, to: 'member:ada@shop.example', assign: true }],
      level: 5,
      nextAt: null,
    })
    expect(watch(5, t(99))).toEqual({ calls: [], level: 5, nextAt: null })
  })

  test('that nobody looked at for days catches up in order, and warns of nothing that is over', () => {
    const { calls, level } = watch(0, t(100))
    expect(calls.map((call) => (call.type === 'escalate' ? call.step : call.type))).toEqual(['run_out', 1, 2, 3])
    expect(level).toBe(5)
  })
})

test('a clock that stands, and a case without one, call for nothing', () => {
  expect(watchClock({ ...state, remainingMinutes: -30 }, policy, sla, t(99))).toEqual({ calls: [], level: 0, nextAt: null })
  expect(watchClock({ ...state, dueAt: null }, policy, sla, t(99))).toEqual({ calls: [], level: 0, nextAt: null })
})

test('without a warning it is looked at when it runs out; an empty chain ends there', () => {
  const quiet = casePolicySchema.parse({ warnAtPercent: null, escalation: [] })
  expect(watchClock(state, quiet, sla, t(0))).toEqual({ calls: [], level: 0, nextAt: t(4) })
  expect(watchClock(state, quiet, sla, t(4))).toEqual({ calls: [{ type: 'run_out' }], level: 2, nextAt: null })
})

describe('how long a case may take', () => {
  const due = (over: Partial<SlaSetting>, severity: 'critical' | 'high' | 'low') => dueOf({ ...office, ...over }, severity, t(0))
  const hours = (value: object) => ({ casePolicy: casePolicySchema.parse({ responseHours: value }) })

  test('is the standard’s, or sooner where the organization wants its severity sooner; else the product’s', () => {
    expect(due({}, 'critical')).toEqual(t(4))
    expect(due({ responseHours: 6 }, 'critical')).toEqual(t(6))
    expect(due({ responseHours: 6, ...hours({ critical: 2 }) }, 'critical')).toEqual(t(2))
    expect(due({ responseHours: 6, ...hours({ critical: 7 }) }, 'critical')).toEqual(t(6))
    expect(due(hours({ low: 1 }), 'low')).toEqual(t(1))
  })

  test('runs around the clock for the severities that don’t wait for business hours', () => {
    const casePolicy = casePolicySchema.parse({ aroundTheClock: ['high'] })
    expect(due({ casePolicy }, 'high')).toEqual(t(24))
    expect(due({}, 'high')).toEqual(t(2 * 24 + 8))
  })
})

test('a chain makes sense', () => {
  const isFine = (escalation: unknown) => casePolicySchema.safeParse({ escalation }).success
  expect(defaultCasePolicy.escalation).toEqual([{ afterHours: 0, to: 'role:manager', assign: false }])
  expect(isFine([])).toBe(true)
  expect(
    isFine([
      { afterHours: 2, to: 'role:manager' },
      { afterHours: 1, to: 'team:care' },
    ]),
  ).toBe(false)
  expect(isFine([{ afterHours: 0, to: 'role:manager', assign: true }])).toBe(false)
  expect(
    isFine([
      { afterHours: 0, to: 'team:care', assign: true },
      { afterHours: 1, to: 'role:manager' },
    ]),
  ).toBe(false)
  expect(isFine([{ afterHours: 0, to: 'role:king' }])).toBe(false)
  expect(isFine([{ afterHours: 0, to: 'somebody' }])).toBe(false)
})
