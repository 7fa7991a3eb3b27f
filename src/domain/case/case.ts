import { type Severity, severities } from '../schemas'
import type { RootCause } from './root-causes'
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
  rootCause: RootCause | null
  isFixed: boolean | null
}

/** Business time, as the organization counts it (see clock.ts). */
export type Clock = {
  minutesBetween: (from: Date, to: Date) => number
  addMinutes: (from: Date, minutes: number) => Date
}

const from: Record<CaseStepType, readonly CaseStatus[]> = {
  acknowledge: ['open'],
  start: ['open', 'acknowledged', 'waiting'],
  wait: ['in_progress'],
  resolve: ['acknowledged', 'in_progress', 'waiting'],
  verify: ['resolved'],
  close: ['resolved', 'verified'],
  reopen: ['resolved', 'verified', 'closed'],
  assign: caseStatuses,
  note: caseStatuses,
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
    state.remainingMinutes === null || state.remainingMinutes < 0 ? state.dueAt : clock.addMinutes(at, state.remainingMinutes),
  remainingMinutes: null,
})

const freshClock = (at: Date, minutes: number | null, clock: Clock): Pick<CaseState, 'dueAt' | 'remainingMinutes'> => ({
  dueAt: minutes === null ? null : clock.addMinutes(at, minutes),
  remainingMinutes: null,
})

export type StepOptions = {
  at: Date
  clock: Clock
  /** what a reopened case is given again, in minutes of business time; null: no clock */
  responseMinutes: number | null
}

/**
 * The state after a step, or undefined where the life cycle doesn't allow it. Acknowledging doesn't stop the clock:
 * resolving does, and waiting for the customer pauses it.
 */
export const applyStep = (
  state: CaseState,
  step: CaseStep,
  { at, clock, responseMinutes }: StepOptions,
): CaseState | undefined => {
  if (!from[step.type].includes(state.status)) return undefined
  const reopened = {
    ...freshClock(at, responseMinutes, clock),
    resolvedAt: null,
    verifiedAt: null,
    closedAt: null,
    isFixed: null,
  }
  switch (step.type) {
    case 'acknowledge':
      return { ...state, status: 'acknowledged', acknowledgedAt: state.acknowledgedAt ?? at }
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
        : { ...state, ...reopened, status: 'open', severity: raiseSeverity(state.severity) }
    case 'close':
      return { ...state, status: 'closed', closedAt: at }
    case 'reopen':
      return { ...state, ...reopened, status: 'open' }
    default:
      return state
  }
}
