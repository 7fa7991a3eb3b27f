import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allowedSteps,
  applyStep,
  type CaseState,
  type CaseStatus,
  caseStatuses,
  isOpenStatus,
  raiseSeverity,
} from '@/domain/case/case'
import { clockOf } from '@/domain/case/clock'
import type { CaseStep } from '@/domain/case/step'
import { stepSchema } from '@/domain/case/step'

const clock = clockOf({ timeZone: 'UTC', businessHours: null, holidays: [] })
const t = (minutes: number) => new Date(Date.UTC(2026, 0, 5, 9) + minutes * 60_000)
const opened: CaseState = {
  status: 'open',
  severity: 'high',
  dueAt: t(120),
  remainingMinutes: null,
  acknowledgedAt: null,
  resolvedAt: null,
  verifiedAt: null,
  closedAt: null,
  rootCause: null,
  isFixed: null,
}
const resolve: CaseStep = { type: 'resolve', rootCause: 'delivery', text: 'Sent a new one' }
const steps: CaseStep[] = [
  { type: 'acknowledge' },
  { type: 'start' },
  { type: 'wait' },
  resolve,
  { type: 'verify', fixed: true },
  { type: 'verify', fixed: false },
  { type: 'close' },
  { type: 'reopen' },
  { type: 'assign', owner: 'a@b.example' },
  { type: 'note', text: 'hi' },
  { type: 'take' },
  { type: 'recover', action: 'refund', amountCents: 500, currency: 'EUR' },
  { type: 'mail', template: 'apology' },
  { type: 'merge', into: 2 },
  { type: 'split', responses: ['00000000-0000-7000-8000-000000000000'] },
  { type: 'link', case: 2 },
  { type: 'unlink', case: 2 },
]
const whileRunning = ['take', 'recover', 'mail', 'merge', 'split']
const always = ['assign', 'note', 'link', 'unlink']
const follow = (state: CaseState, step: CaseStep, minutes = 0) =>
  applyStep(state, step, { at: t(minutes), sla: () => ({ clock, responseMinutes: 240 }) })
const take = (taken: CaseStep[]): CaseState =>
  taken.reduce<CaseState>((state, step, index) => follow(state, step, index + 1) ?? state, opened)

describe('the life cycle', () => {
  const table: Record<CaseStatus, string[]> = {
    open: ['acknowledge', 'start', ...whileRunning, ...always],
    acknowledged: ['start', 'resolve', ...whileRunning, ...always],
    in_progress: ['wait', 'resolve', ...whileRunning, ...always],
    waiting: ['start', 'resolve', ...whileRunning, ...always],
    resolved: ['verify', 'close', 'reopen', 'recover', 'mail', ...always],
    verified: ['close', 'reopen', ...always],
    closed: ['reopen', ...always],
  }

  test.each(caseStatuses)('%s allows its steps and no others', (status) => {
    expect(allowedSteps(status).sort()).toEqual([...table[status]].sort())
    for (const step of steps) expect(follow({ ...opened, status }, step) !== undefined).toBe(table[status].includes(step.type))
  })

  test('taking acknowledges what nobody has, and leaves the rest as it stands', () => {
    expect(take([{ type: 'take' }])).toMatchObject({ status: 'acknowledged', acknowledgedAt: t(1) })
    expect(take([{ type: 'start' }, { type: 'take' }])).toMatchObject({ status: 'in_progress', acknowledgedAt: t(1) })
  })

  test('a merged case is over, its clock stands, and it was neither resolved nor verified', () => {
    const merged = follow(opened, { type: 'merge', into: 2 }, 20)
    expect(merged).toMatchObject({ status: 'closed', closedAt: t(20), remainingMinutes: 100, resolvedAt: null, isFixed: null })
  })

  test('goes from open to closed', () => {
    const closed = take([{ type: 'acknowledge' }, { type: 'start' }, resolve, { type: 'verify', fixed: true }, { type: 'close' }])
    expect(closed).toMatchObject({
      status: 'closed',
      rootCause: 'delivery',
      isFixed: true,
      acknowledgedAt: t(1),
      resolvedAt: t(3),
      verifiedAt: t(4),
      closedAt: t(5),
    })
    expect(isOpenStatus('closed')).toBe(false)
  })

  test('a case closed without the customer’s word counts as unverified', () => {
    expect(take([{ type: 'acknowledge' }, resolve, { type: 'close' }])).toMatchObject({
      status: 'closed',
      isFixed: null,
      verifiedAt: null,
    })
  })

  test('starting an open case acknowledges it; the first acknowledgement stays', () => {
    expect(take([{ type: 'start' }]).acknowledgedAt).toEqual(t(1))
    expect(take([{ type: 'acknowledge' }, { type: 'start' }]).acknowledgedAt).toEqual(t(1))
  })

  test('"not fixed" reopens at higher severity with a fresh clock', () => {
    const state = follow(take([{ type: 'acknowledge' }, resolve]), { type: 'verify', fixed: false }, 60)
    expect(state).toMatchObject({ status: 'open', severity: 'critical', dueAt: t(300), resolvedAt: null, remainingMinutes: null })
    expect(raiseSeverity('critical')).toBe('critical')
  })
})

describe('the clock', () => {
  const started = take([{ type: 'acknowledge' }, { type: 'start' }])

  test('stands while waiting for the customer', () => {
    const waiting = follow(started, { type: 'wait' }, 20)
    expect(waiting).toMatchObject({ status: 'waiting', remainingMinutes: 100 })
    expect(follow(waiting as CaseState, { type: 'start' }, 500)).toMatchObject({ dueAt: t(600), remainingMinutes: null })
  })

  test('that had run out stays run out', () => {
    const late = follow(started, { type: 'wait' }, 150) as CaseState
    expect(late.remainingMinutes).toBe(-30)
    expect(follow(late, { type: 'start' }, 500)?.dueAt).toEqual(t(120))
  })

  test('stands once resolved', () => {
    expect(follow(started, resolve, 30)?.remainingMinutes).toBe(90)
  })

  test('a case without one gets none', () => {
    const state = { ...started, dueAt: null }
    expect(follow(state, { type: 'wait' }, 5)?.remainingMinutes).toBeNull()
  })
})

test('no sequence of steps leaves the life cycle, and what is open has no end', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 30 }), (taken) => {
      const state = take(taken)
      expect(caseStatuses).toContain(state.status)
      if (isOpenStatus(state.status)) expect([state.resolvedAt, state.verifiedAt, state.closedAt]).toEqual([null, null, null])
      else if (!taken.some(({ type }) => type === 'merge')) expect(state.rootCause).toBe('delivery')
    }),
  )
})

test('a step needs what it needs', () => {
  const isFine = (input: unknown) => stepSchema.safeParse(input).success
  expect(isFine({ type: 'acknowledge' })).toBe(true)
  expect(isFine({ type: 'resolve', text: 'x' })).toBe(false)
  expect(isFine({ type: 'resolve', rootCause: 'No Key', text: 'x' })).toBe(false)
  expect(isFine({ type: 'recover', action: 'refund', amountCents: 5 })).toBe(false)
  expect(isFine({ type: 'recover', action: 'refund', amountCents: -5, currency: 'EUR' })).toBe(false)
  expect(isFine({ type: 'mail', subject: 'Only a subject' })).toBe(false)
  expect(isFine({ type: 'split', responses: [] })).toBe(false)
  expect(isFine({ type: 'note', text: '  ' })).toBe(false)
  expect(isFine({ type: 'explode' })).toBe(false)
  expect(isFine({ type: 'verify' })).toBe(false)
})
