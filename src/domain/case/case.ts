import { type Severity, severities } from '../schemas'
import type { Sla } from './sla'
import type { CaseStep, CaseStepType } from './step'

export const caseStatuses = ['open', 'acknowledged', 'in_progress', 'waiting', 'resolved', 'verified', 'closed'] as const
export type CaseStatus = (typeof caseStatuses)[number]

/** The sum of a case's events. `remainingMinutes` is set while the clock stands: waiting, resolved, verified, closed. */
export type CaseState = {
  status: CaseStatus
  severity: Severity
  dueAt: Date | null
  remainingMinutes: number | null
  acknowledgedAt: Date | null
  resolvedAt: Date | null
  verifiedAt: Date | null
  closedAt: Date | null
  /** a key of the organization's tree */
  rootCause: string | null
  isFixed: boolean | null
}

/** Business time, as the organization counts it (see clock.ts). */
export type Clock = {
  minutesBetween: (from: Date, to: Date) => number
  addMinutes: (from: Date, minutes: number) => Date
}

const running = ['open', 'acknowledged', 'in_progress', 'waiting'] as const

const from: Record<CaseStepType, readonly CaseStatus[]> = {
  acknowledge: ['open'],
  take: running,
  start: ['open', 'acknowledged', 'waiting'],
  wait: ['in_progress'],
  resolve: ['acknowledged', 'in_progress', 'waiting'],
  verify: ['resolved'],
  close: ['resolved', 'verified'],
  reopen: ['resolved', 'verified', 'closed'],
  assign: caseStatuses,
  note: caseStatuses,
  recover: [...running, 'resolved'],
  mail: [...running, 'resolved'],
  merge: running,
  split: running,
  link: caseStatuses,
  unlink: caseStatuses,
}

/** The steps that a case in this state allows, for the buttons on the screen. */
export const allowedSteps = (status: CaseStatus): CaseStepType[] =>
  (Object.keys(from) as CaseStepType[]).filter((type) => from[type].includes(status))

export const isOpenStatus = (status: CaseStatus): boolean => !['resolved', 'verified', 'closed'].includes(status)

/** One severity higher; critical stays. */
export const raiseSeverity = (severity: Severity): Severity =>
  severities[Math.min(severities.indexOf(severity) + 1, severities.length - 1)] ?? severity

const stopClock = (state: CaseState, at: Date, clock: Clock): Pick<CaseState, 'remainingMinutes'> => ({
  remainingMinutes:
    state.remainingMinutes ??
    (state.dueAt === null
      ? null
      : state.dueAt > at
        ? clock.minutesBetween(at, state.dueAt)
        : -clock.minutesBetween(state.dueAt, at)),
})

/** A clock that had run out stays run out; the due time isn't moved into the future by waiting. */
const startClock = (state: CaseState, at: Date, clock: Clock): Pick<CaseState, 'dueAt' | 'remainingMinutes'> => ({
  dueAt:
    state.remainingMinutes === null || state.remainingMinutes <= 0 ? state.dueAt : clock.addMinutes(at, state.remainingMinutes),
  remainingMinutes: null,
})

const freshClock = (at: Date, { clock, responseMinutes }: Sla): Pick<CaseState, 'dueAt' | 'remainingMinutes'> => ({
  dueAt: clock.addMinutes(at, responseMinutes),
  remainingMinutes: null,
})

/** `sla`: the clock of a case of some severity, and what it is given when it is reopened. */
export type StepOptions = { at: Date; sla: (severity: Severity) => Sla }

/**
 * The state after a step, or undefined where the life cycle doesn't allow it. Acknowledging doesn't stop the clock:
 * resolving does, and waiting for the customer pauses it.
 */
export const applyStep = (state: CaseState, step: CaseStep, { at, sla }: StepOptions): CaseState | undefined => {
  if (!from[step.type].includes(state.status)) return undefined
  const { clock } = sla(state.severity)
  const reopenAs = (severity: Severity): CaseState => ({
    ...state,
    ...freshClock(at, sla(severity)),
    ...{ status: 'open', severity, resolvedAt: null, verifiedAt: null, closedAt: null, isFixed: null },
  })
  switch (step.type) {
    case 'acknowledge':
      return { ...state, status: 'acknowledged', acknowledgedAt: state.acknowledgedAt ?? at }
    case 'take':
      return {
        ...state,
        status: state.status === 'open' ? 'acknowledged' : state.status,
        acknowledgedAt: state.acknowledgedAt ?? at,
      }
    // Another case carries it on; this one is over.
    case 'merge':
      return { ...state, ...stopClock(state, at, clock), status: 'closed', closedAt: at }
    case 'start':
      return {
        ...state,
        ...(state.status === 'waiting' ? startClock(state, at, clock) : {}),
        status: 'in_progress',
        acknowledgedAt: state.acknowledgedAt ?? at,
      }
    case 'wait':
      return { ...state, ...stopClock(state, at, clock), status: 'waiting' }
    case 'resolve':
      return { ...state, ...stopClock(state, at, clock), status: 'resolved', resolvedAt: at, rootCause: step.rootCause }
    case 'verify':
      return step.fixed
        ? { ...state, status: 'verified', verifiedAt: at, isFixed: true }
        : reopenAs(raiseSeverity(state.severity))
    case 'close':
      return { ...state, status: 'closed', closedAt: at }
    case 'reopen':
      return reopenAs(state.severity)
    default:
      return state
  }
}
