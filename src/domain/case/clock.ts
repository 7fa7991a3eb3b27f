import { type BusinessHours, parseSpan, type Weekday, weekdays } from '../organization/business-hours'
import type { Clock } from './case'

/** What the organization counts as working time; without hours it's around the clock, holidays or not. */
export type Calendar = { timeZone: string; businessHours: BusinessHours | null; holidays: readonly string[] }

const minuteMs = 60_000

const formats = new Map<string, Intl.DateTimeFormat>()
const formatFor = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}

/** How far the zone's wall clock is ahead of UTC at an instant, in milliseconds. */
const offsetAt = (instant: number, timeZone: string): number => {
  const parts = Object.fromEntries(
    formatFor(timeZone)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000
}

/**
 * The instant of a wall-clock time. A time that daylight saving skips becomes the instant after the jump; of one that
 * happens twice, the first.
 */
const instantOf = (wall: number, timeZone: string): number => {
  const [before, after] = [offsetAt(wall - 86_400_000, timeZone), offsetAt(wall + 86_400_000, timeZone)]
  const candidates = [wall - Math.max(before, after), wall - Math.min(before, after)]
  const exact = candidates.find((instant) => instant + offsetAt(instant, timeZone) === wall)
  return exact ?? wall - Math.min(before, after)
}

type Span = { start: number; end: number }

const wallDayOf = (instant: number, timeZone: string): number => {
  const wall = instant + offsetAt(instant, timeZone)
  return Math.floor(wall / 86_400_000) * 86_400_000
}

/** The open spans of one wall-clock day, as instants in order. */
const spansOf = (wallDay: number, { timeZone, businessHours, holidays }: Calendar): Span[] => {
  const date = new Date(wallDay).toISOString().slice(0, 10)
  if (holidays.includes(date)) return []
  const weekday = weekdays[(new Date(wallDay).getUTCDay() + 6) % 7] as Weekday
  return (businessHours?.[weekday] ?? [])
    .map(parseSpan)
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => ({
      start: instantOf(wallDay + from * minuteMs, timeZone),
      end: instantOf(wallDay + to * minuteMs, timeZone),
    }))
}

/** A calendar that never opens (every day a holiday) ends the search after ten years instead of never. */
const maxDays = 3660

/** The clock that a case runs on: minutes of business time, daylight saving and holidays included. */
export const clockOf = (calendar: Calendar): Clock => {
  if (calendar.businessHours === null)
    return {
      minutesBetween: (from, to) => (to.getTime() - from.getTime()) / minuteMs,
      addMinutes: (from, minutes) => new Date(from.getTime() + minutes * minuteMs),
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
      let left = minutes * minuteMs
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

/** How long a case may take when its touchpoint's standard doesn't say, in hours of business time. */
export const defaultResponseHours = { critical: 4, high: 24, medium: 48, low: 72 } as const
