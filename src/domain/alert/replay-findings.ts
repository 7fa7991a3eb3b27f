import { addDays, type Day } from '../analysis/calendar'
import { type Earlier, isToldAlready } from './again'
import type { Found } from './finding'

/** When a rule was silent; at one touchpoint, or everywhere. */
export type PastMute = { touchpointId: string | null; from: Date; until: Date }

/** What a rule found at one of its looks. */
export type Sighting = { found: Found; at: Date; day: Day }

export type FindingCount = {
  /** subjects and days on which it held, told of or not */
  matched: number
  fired: number
  /** what was found while the rule was muted: written down, and nobody told */
  muted: number
  perDay: { day: Day; fired: number }[]
  /** by touchpoint's id, '' for the whole organization: how often it fired there on each day */
  places: ReadonlyMap<string, ReadonlyMap<Day, number>>
}

type Asked = { first: Day; days: number; againHours: number | undefined; mutes: readonly PastMute[] }

/**
 * What becomes of a rule's sightings: told, folded into what was told before, or muted; by the same window as the worker's. Fed in the
 * order of their times.
 */
export const createFindingTest = ({ first, days, againHours, mutes }: Asked) => {
  const earlier = new Map<string, Earlier[]>()
  const lastDay = new Map<string, Day>()
  const perDay = new Map<Day, number>(Array.from({ length: days }, (_, index) => [addDays(first, index), 0] as const))
  const places = new Map<string, Map<Day, number>>()
  const count = { matched: 0, fired: 0, muted: 0 }

  const isMutedAt = (touchpointId: string | null, at: Date): boolean =>
    mutes.some((mute) => mute.from <= at && at < mute.until && (mute.touchpointId === null || mute.touchpointId === touchpointId))

  /** Answers whether somebody is told of it. */
  const see = ({ found: { base, touchpointId }, at, day }: Sighting): boolean => {
    if (lastDay.get(base) !== day) count.matched += 1
    lastDay.set(base, day)
    const known = earlier.get(base) ?? []
    if (isToldAlready(known, againHours, at)) return false
    const isMuted = isMutedAt(touchpointId, at)
    // Of the told and of the muted ones only the latest bounds a window.
    earlier.set(base, [...known.filter((one) => one.isMuted !== isMuted), { at, isMuted }])
    if (isMuted) {
      count.muted += 1
      return false
    }
    count.fired += 1
    perDay.set(day, (perDay.get(day) ?? 0) + 1)
    const place = places.get(touchpointId ?? '') ?? new Map<Day, number>()
    places.set(touchpointId ?? '', place.set(day, (place.get(day) ?? 0) + 1))
    return true
  }

  return {
    see,
    result: (): FindingCount => ({ ...count, perDay: [...perDay].map(([day, fired]) => ({ day, fired })), places }),
  }
}
