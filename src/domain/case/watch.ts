import type { Severity } from '../schemas'
import type { CaseState } from './case'
import { type CasePolicy, defaultCasePolicy, type EscalationStep } from './policy'
import { type Sla, type SlaSetting, slaOf } from './sla'

/** What a case's clock calls for: a warning, the note that it ran out, or the next step of the chain. */
export type ClockCall = { type: 'warn' } | { type: 'run_out' } | ({ type: 'escalate'; step: number } & EscalationStep)

/** `level`: 0 nothing was called for yet, 1 warned, 2 ran out, 2 + n after n steps of the chain. */
export type Watching = Pick<CaseState, 'dueAt' | 'remainingMinutes'> & { level: number }

type Watch = { calls: ClockCall[]; level: number; nextAt: Date | null }

const ranOut = 2

/** What is left of the time when the owner is warned, in minutes. */
const warningMinutes = (policy: CasePolicy, { responseMinutes }: Sla): number | null =>
  policy.warnAtPercent === null ? null : (responseMinutes * (100 - policy.warnAtPercent)) / 100

/** Steps of the chain whose time has come, and when the next one's does. */
const followChain = (dueAt: Date, level: number, policy: CasePolicy, { clock }: Sla, now: Date): Watch => {
  const calls: ClockCall[] = level < ranOut ? [{ type: 'run_out' }] : []
  let reached = Math.max(level, ranOut)
  for (;;) {
    const step = policy.escalation[reached - ranOut]
    if (!step) return { calls, level: reached, nextAt: null }
    const at = step.afterHours === 0 ? dueAt : clock.addMinutes(dueAt, step.afterHours * 60)
    if (at > now) return { calls, level: reached, nextAt: at }
    reached += 1
    calls.push({ type: 'escalate', step: reached - ranOut, ...step })
  }
}

/**
 * What a running case's clock calls for at `now`, in order, and when to look again. Each is called for once, however often
 * or late somebody looks: the level that comes back is where to go on. A clock that stands calls for nothing.
 */
export const watchClock = (state: Watching, policy: CasePolicy, sla: Sla, now: Date): Watch => {
  const { dueAt, remainingMinutes, level } = state
  if (dueAt === null || remainingMinutes !== null) return { calls: [], level, nextAt: null }
  if (dueAt <= now) return followChain(dueAt, level, policy, sla, now)
  const margin = warningMinutes(policy, sla)
  if (level > 0 || margin === null) return { calls: [], level, nextAt: dueAt }
  const left = sla.clock.minutesBetween(now, dueAt)
  if (left <= margin) return { calls: [{ type: 'warn' }], level: 1, nextAt: dueAt }
  const warnAt = sla.clock.addMinutes(now, left - margin)
  // A clock of whole milliseconds may come out a moment early; then it is looked at again.
  return { calls: [], level, nextAt: new Date(Math.min(warnAt.getTime(), dueAt.getTime())) }
}

/** When a case that is opened at `at` is due, and when its clock first calls for something, or may. */
export const startClock = (setting: SlaSetting, severity: Severity, at: Date): { dueAt: Date; lookAt: Date | null } => {
  const sla = slaOf(setting, severity)
  const dueAt = sla.clock.addMinutes(at, sla.responseMinutes)
  const { calls, nextAt } = watchClock(
    { dueAt, remainingMinutes: null, level: 0 },
    setting.casePolicy ?? defaultCasePolicy,
    sla,
    at,
  )
  return { dueAt, lookAt: calls.length > 0 ? at : nextAt }
}
