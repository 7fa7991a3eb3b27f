import { type BusinessHours, parseSpan, type Weekday, weekdays } from '../organization/business-hours'
import { offsetAt } from '../zone'
import type { Clock } from './case'

/** What the organization counts as working time; without hours it's around the clock, holidays or not. */
export type Calendar = { timeZone: string; businessHours: BusinessHours | null; holidays: readonly string[] }

const minuteMs = 60_000

type Span = { start: number; end: number }

const wallDayOf = (instant: number, timeZone: string): number => {
  const wall = instant + offsetAt(instant, timeZone)
  return Math.floor(wall / 86_400_000) * 86_400_000
}

type Segment = Span & { offset: number }

const hourMs = 60 * minuteMs

/** When the zone's clock changes between two instants, to the millisecond. At most one change lies between them. */
const findChange = (from: number, to: number, timeZone: string): number => {
  const offset = offsetAt(from, timeZone)
  let [low, high] = [from, to]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle, timeZone) === offset) low = middle
    else high = middle
  }
  return high
}

/** The stretches of time around a wall-clock day in which the zone's offset stays the same. */
const findSegments = (wallDay: number, timeZone: string): Segment[] => {
  const [from, to] = [wallDay - 36 * hourMs, wallDay + 60 * hourMs]
  const [before, after] = [offsetAt(from, timeZone), offsetAt(to, timeZone)]
  if (before === after) return [{ start: from, end: to, offset: before }]
  const change = findChange(from, to, timeZone)
  return [
    { start: from, end: change, offset: before },
    { start: change, end: to, offset: after },
  ]
}

/** Asking a zone for its offset is slow, and the same days are asked for again and again. */
const known = new Map<string, Segment[]>()
const mostKnown = 5_000

const segmentsAround = (wallDay: number, timeZone: string): Segment[] => {
  const key = `${timeZone} ${wallDay}`
  const found = known.get(key)
  if (found) return found
  if (known.size >= mostKnown) known.clear()
  const made = findSegments(wallDay, timeZone)
  known.set(key, made)
  return made
}

/**
 * The open spans of one wall-clock day, as instants in order. What daylight saving skips isn't there; what it repeats is
 * open twice.
 */
const spansOf = (wallDay: number, { timeZone, businessHours, holidays }: Calendar): Span[] => {
  const date = new Date(wallDay).toISOString().slice(0, 10)
  if (holidays.includes(date)) return []
  const weekday = weekdays[(new Date(wallDay).getUTCDay() + 6) % 7] as Weekday
  const open = (businessHours?.[weekday] ?? []).map(parseSpan).sort((a, b) => a.from - b.from)
  if (open.length === 0) return []
  return segmentsAround(wallDay, timeZone).flatMap(({ start, end, offset }) =>
    open
      .map(({ from, to }) => ({
        start: Math.max(start, wallDay + from * minuteMs - offset),
        end: Math.min(end, wallDay + to * minuteMs - offset),
      }))
      .filter((span) => span.start < span.end),
  )
}

/** A calendar that never opens (every day a holiday) ends the search after ten years instead of never. */
const maxDays = 3660

/** The clock that a case runs on: minutes of business time, daylight saving and holidays included. */
export const clockOf = (calendar: Calendar): Clock => {
  if (calendar.businessHours === null)
    return {
      minutesBetween: (from, to) => (to.getTime() - from.getTime()) / minuteMs,
      addMinutes: (from, minutes) => new Date(from.getTime() + Math.round(minutes * minuteMs)),
    }
  function* spansFrom(start: number): Generator<Span> {
    const first = wallDayOf(start, calendar.timeZone)
    for (let day = 0; day < maxDays; day++)
      for (const span of spansOf(first + day * 86_400_000, calendar))
        if (span.end > start) yield { start: Math.max(span.start, start), end: span.end }
  }
  return {
    minutesBetween: (from, to) => {
      let total = 0
      for (const span of spansFrom(from.getTime())) {
        if (span.start >= to.getTime()) break
        total += Math.min(span.end, to.getTime()) - span.start
      }
      return total / minuteMs
    },
    addMinutes: (from, minutes) => {
      // Whole milliseconds: what was left on a clock that stood is kept as a fraction of minutes.
      let left = Math.round(minutes * minuteMs)
      let last = from.getTime()
      for (const span of spansFrom(from.getTime())) {
        if (span.end - span.start >= left) return new Date(span.start + left)
        left -= span.end - span.start
        last = span.end
      }
      return new Date(last)
    },
  }
}
