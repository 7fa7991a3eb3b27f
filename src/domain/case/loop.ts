import { type Interval, wilson } from '../analysis/interval'
import { percentile } from '../analysis/percentile'
import { type Share, shrinkShares } from '../analysis/shrink'
import { anonymityThreshold, suppressSmall } from '../analysis/suppress-small'
import type { Localized } from '../localized'
import type { Severity } from '../schemas'
import type { CaseStatus, Clock } from './case'

export type LoopOwner = { kind: 'member' | 'team' | 'none'; key: string; name: Localized }

/** A case as its loop is measured. `opened`, `judged`: whether it was opened, or had its last word, within the period. */
export type LoopCase = {
  opened: boolean
  judged: boolean
  status: CaseStatus
  severity: Severity
  touchpoint: { key: string; name: Localized }
  owner: LoopOwner
  rootCause: string | null
  openedAt: Date
  /** of its first answer, where that came as it was given: an import's says nothing */
  submittedAt: Date | null
  alertedAt: Date | null
  acknowledgedAt: Date | null
  contactedAt: Date | null
  resolvedAt: Date | null
  verdictAt: Date | null
  verdict: boolean | null
  dueAt: Date | null
  /** whether its clock ran out, at any time */
  ranOut: boolean
  escalated: boolean
  reopened: boolean
}

export const loopSteps = ['alert', 'acknowledge', 'contact', 'resolve', 'verify'] as const
export type LoopStep = (typeof loopSteps)[number]

type Spread = { p50: number | null; p90: number | null; p95: number | null }
/** Minutes, in real time and in business time; an alert's clock knows no business hours. */
export type StepTimes = { step: LoopStep; n: number; real: Spread; business: Spread | null }

export type Rate = { count: number; n: number } & Partial<Interval>

/** An age in hours from `from` up to `to`. */
export const ages = [
  { key: 'day', hours: 24 },
  { key: 'threeDays', hours: 72 },
  { key: 'week', hours: 168 },
  { key: 'month', hours: 720 },
  { key: 'older', hours: Number.POSITIVE_INFINITY },
] as const
export type AgeKey = (typeof ages)[number]['key']

/** Minutes are medians of business time. `inTime`: of those that were resolved or ran out. */
export type GroupFigures = {
  cases: number
  acknowledgeMinutes: number | null
  resolveMinutes: number | null
  inTime: Rate
  escalated: number
  reopened: number
}
export type Suppressed = { suppressed: true }
export type LoopGroup<K> = K & { figures: GroupFigures | Suppressed; recovery: Rate | Suppressed }

type ClockFor = (severity: Severity) => Clock

const rateOf = (cases: readonly boolean[]): Rate => {
  const count = cases.filter(Boolean).length
  return cases.length === 0 ? { count, n: 0 } : { count, n: cases.length, ...wilson(count, cases.length) }
}

const spreadOf = (minutes: readonly number[]): Spread => ({
  p50: percentile(minutes, 0.5),
  p90: percentile(minutes, 0.9),
  p95: percentile(minutes, 0.95),
})

const endsOf = (one: LoopCase, step: LoopStep): [Date | null, Date | null] => {
  if (step === 'alert') return [one.submittedAt, one.alertedAt]
  if (step === 'acknowledge') return [one.openedAt, one.acknowledgedAt]
  if (step === 'contact') return [one.openedAt, one.contactedAt]
  return step === 'resolve' ? [one.openedAt, one.resolvedAt] : [one.resolvedAt, one.verdictAt]
}

const realMinutes = (from: Date, to: Date): number => Math.max(0, (to.getTime() - from.getTime()) / 60_000)

const timesOf = (cases: readonly LoopCase[], step: LoopStep, clockFor: ClockFor): StepTimes => {
  const spans = cases.flatMap((one) => {
    const [from, to] = endsOf(one, step)
    return from && to ? [{ from, to, severity: one.severity }] : []
  })
  const business = step === 'alert' ? null : spans.map(({ from, to, severity }) => clockFor(severity).minutesBetween(from, to))
  return {
    step,
    n: spans.length,
    real: spreadOf(spans.map(({ from, to }) => realMinutes(from, to))),
    business: business && spreadOf(business),
  }
}

/** Those whose time is decided: resolved before it ran out, or run out. */
const inTimeOf = (cases: readonly LoopCase[]): Rate =>
  rateOf(cases.filter(({ ranOut, resolvedAt }) => ranOut || resolvedAt !== null).map(({ ranOut }) => !ranOut))

const figuresOf = (cases: readonly LoopCase[], clockFor: ClockFor): GroupFigures => ({
  cases: cases.length,
  acknowledgeMinutes: timesOf(cases, 'acknowledge', clockFor).business?.p50 ?? null,
  resolveMinutes: timesOf(cases, 'resolve', clockFor).business?.p50 ?? null,
  inTime: inTimeOf(cases),
  escalated: cases.filter(({ escalated }) => escalated).length,
  reopened: cases.filter(({ reopened }) => reopened).length,
})

const recoveryOf = (cases: readonly LoopCase[]): Rate =>
  rateOf(cases.flatMap(({ verdict }) => (verdict === null ? [] : [verdict])))

type Parted<K> = { key: K; opened: LoopCase[]; judged: LoopCase[] }

const partBy = <K>(cases: readonly LoopCase[], keyOf: (one: LoopCase) => { id: string; key: K } | null): Parted<K>[] => {
  const parts = new Map<string, Parted<K>>()
  for (const one of cases) {
    const found = keyOf(one)
    if (!found) continue
    const part = parts.get(found.id) ?? { key: found.key, opened: [], judged: [] }
    parts.set(found.id, part)
    if (one.opened) part.opened.push(one)
    if (one.judged) part.judged.push(one)
  }
  return [...parts.values()].sort((a, b) => b.opened.length - a.opened.length || b.judged.length - a.judged.length)
}

const suppressed: Suppressed = { suppressed: true }

type Scored<K> = { group: LoopGroup<K>; part: Parted<K> }

/** Scorecards of people, and of touchpoints, which are often one person's: small groups are not shown, nor to be had by subtracting. */
const groupsOf = <K extends object>(parts: readonly Parted<K>[], clockFor: ClockFor, threshold: number): Scored<K>[] => {
  const fewCases = suppressSmall(parts, ({ opened }) => opened.length, threshold)
  const fewWords = suppressSmall(parts, ({ judged }) => recoveryOf(judged).n, threshold)
  // Of how many cases the time is decided is a number of its own.
  const fewTimed = suppressSmall(parts, ({ opened }) => inTimeOf(opened).n, threshold)
  return parts.map((part) => ({
    part,
    group: {
      ...part.key,
      figures: fewCases.has(part) || fewTimed.has(part) ? suppressed : figuresOf(part.opened, clockFor),
      recovery: fewWords.has(part) ? suppressed : recoveryOf(part.judged),
    },
  }))
}

/** A place on the leaderboard: the share as it is, and drawn toward everybody's. */
export type Leader = { owner: LoopOwner; n: number; count: number; share: number; low: number; high: number; shrunk: number }
export type Leaderboard = { mean: number; strength: number | null; leaders: Leader[]; suppressed: number }

const leadersOf = (
  scored: readonly Scored<{ owner: LoopOwner }>[],
  rateIn: (one: LoopGroup<{ owner: LoopOwner }>) => Rate | Suppressed,
) => {
  const shown = scored.flatMap(({ group }) => {
    const rate = rateIn(group)
    return 'suppressed' in rate || rate.n === 0 || group.owner.kind === 'none' ? [] : [{ owner: group.owner, rate }]
  })
  const shares: Share[] = shown.map(({ rate }) => ({ successes: rate.count, n: rate.n }))
  const { mean, strength, shares: shrunk } = shrinkShares(shares)
  const leaders = shown
    .map(({ owner, rate: { count, n, value = 0, low = 0, high = 1 } }, at) => ({
      ...{ owner, n, count, share: value, low, high },
      shrunk: shrunk[at] ?? mean,
    }))
    .sort((a, b) => b.shrunk - a.shrunk || b.n - a.n)
  const hidden = scored.filter(({ group }) => 'suppressed' in rateIn(group)).length
  return { mean, strength: Number.isFinite(strength) ? strength : null, leaders, suppressed: hidden }
}

const ageOf = (openedAt: Date, now: Date): AgeKey => {
  const hours = (now.getTime() - openedAt.getTime()) / 3_600_000
  return ages.find((age) => hours < age.hours)?.key ?? 'older'
}

const runningStatuses: readonly CaseStatus[] = ['open', 'acknowledged', 'in_progress', 'waiting']

/** A part of the whole may be one person's: what is told of fewer than `least` is not told. */
const unlessFew = (rate: Rate, least: number): Rate | Suppressed => (rate.n > 0 && rate.n < least ? suppressed : rate)

const withoutFew = (times: StepTimes, least: number): StepTimes =>
  times.n < least ? { ...times, real: spreadOf([]), business: times.business && spreadOf([]) } : times

/** `isPart`: the cases are some of the organization's, one touchpoint's say. `threshold`: smaller groups are not told of. */
export type LoopMeasuring = { clockFor: ClockFor; now: Date; isPart?: boolean; threshold?: number }

/** How well the loop closes. Times, counts and groups are of cases opened in the period, recovery is of words given in it. */
export const measureLoop = (
  cases: readonly LoopCase[],
  { clockFor, now, isPart = false, threshold = anonymityThreshold }: LoopMeasuring,
) => {
  const least = isPart ? threshold : 0
  const opened = cases.filter((one) => one.opened)
  const judged = cases.filter((one) => one.judged)
  const open = opened.filter(({ status }) => runningStatuses.includes(status))
  const owners = groupsOf(
    partBy(cases, ({ owner }) => ({ id: `${owner.kind}:${owner.key}`, key: { owner } })),
    clockFor,
    threshold,
  )
  const touchpoints = groupsOf(
    partBy(cases, ({ touchpoint }) => ({ id: touchpoint.key, key: { touchpoint } })),
    clockFor,
    threshold,
  )
  const causes = partBy(judged, ({ rootCause }) => (rootCause === null ? null : { id: rootCause, key: { rootCause } }))
  return {
    cases: opened.length,
    times: loopSteps.map((step) => withoutFew(timesOf(opened, step, clockFor), least)),
    inTime: unlessFew(inTimeOf(opened), least),
    open: open.length,
    openByAge: ages.map(({ key }) => ({ key, count: open.filter(({ openedAt }) => ageOf(openedAt, now) === key).length })),
    escalated: unlessFew(rateOf(opened.map(({ escalated }) => escalated)), least),
    reopened: unlessFew(rateOf(opened.map(({ reopened }) => reopened)), least),
    unverified: opened.filter(({ status, verdict }) => status === 'closed' && verdict === null).length,
    recovery: unlessFew(recoveryOf(judged), least),
    owners: owners.map(({ group }) => group),
    touchpoints: touchpoints.map(({ group }) => group),
    rootCauses: causes.map(({ key, judged: words }) => ({ ...key, recovery: unlessFew(recoveryOf(words), least) })),
    leaderboards: {
      recovery: leadersOf(owners, ({ recovery }) => recovery),
      inTime: leadersOf(owners, ({ figures }) => ('suppressed' in figures ? figures : figures.inTime)),
    },
  }
}

export type LoopMeasures = ReturnType<typeof measureLoop>
