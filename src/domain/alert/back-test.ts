import { addDays, type Day } from '../analysis/calendar'
import { type EvaluableRule, prepareRules, type ScoredFacts, subjectOf } from './evaluate-rules'

type Once = { per: 'customer' | 'response'; hours: number } | undefined

/** A response that was judged in its time. `touchpoint` is the id of the facts' touchpoint. */
export type PastResponse = { id: string; at: Date; day: Day; customerId: string | null; touchpointId: string; facts: ScoredFacts }

export type BackTestCount = {
  /** that the rule was asked about */
  responses: number
  /** for which its condition holds, folded into an earlier alert or not */
  matched: number
  fired: number
  perDay: { day: Day; responses: number; fired: number }[]
  /** by touchpoint's id: how often it fired there on each day */
  places: ReadonlyMap<string, ReadonlyMap<Day, number>>
}

const hourMilliseconds = 3_600_000

/**
 * When `once` lets a rule fire again for a subject. Subjects whose window is over are forgotten, so that what is remembered is bounded by
 * the alerts of one window and not by everything that was read.
 */
const openWindows = (once: Once) => {
  const last = new Map<string, number>()
  let forgetAt = 0
  return (base: string, windowHours: number | undefined, at: number): boolean => {
    if (windowHours === undefined) return true
    const length = windowHours * hourMilliseconds
    if (at > forgetAt) {
      for (const [known, raised] of last) if (raised <= at - length) last.delete(known)
      forgetAt = at + (once?.hours ?? 0) * hourMilliseconds
    }
    const raised = last.get(base)
    if (raised !== undefined && raised > at - length) return false
    last.set(base, at)
    return true
  }
}

/**
 * What a rule would have done, had it been enabled on the first of these days and every response judged when it was given. Responses are
 * fed in the order of their times. Nobody's case was ever over within a window of `once`: what would have become of one is not known.
 */
export const createBackTest = (rule: EvaluableRule & { once?: Once }, first: Day, days: number) => {
  const judge = prepareRules([{ ...rule, enabled: true }])
  const mayFire = openWindows(rule.once)
  const perDay = new Map<Day, { responses: number; fired: number }>(
    Array.from({ length: days }, (_, index) => [addDays(first, index), { responses: 0, fired: 0 }] as const),
  )
  const places = new Map<string, Map<Day, number>>()
  const count = { responses: 0, matched: 0, fired: 0 }

  const fires = ({ id, at, day, customerId, touchpointId, facts }: PastResponse): boolean => {
    const ofDay = perDay.get(day)
    count.responses += 1
    if (ofDay) ofDay.responses += 1
    if (judge(facts).length === 0) return false
    count.matched += 1
    const { base, windowHours } = subjectOf(rule.once, id, customerId ?? undefined)
    if (!mayFire(base, windowHours, at.getTime())) return false
    count.fired += 1
    if (ofDay) ofDay.fired += 1
    const place = places.get(touchpointId) ?? new Map<Day, number>()
    places.set(touchpointId, place.set(day, (place.get(day) ?? 0) + 1))
    return true
  }

  return {
    /** Judges some more; answers those for which the rule fires. */
    feed: (responses: readonly PastResponse[]): PastResponse[] => responses.filter(fires),
    result: (): BackTestCount => ({ ...count, perDay: [...perDay].map(([day, of]) => ({ day, ...of })), places }),
  }
}
