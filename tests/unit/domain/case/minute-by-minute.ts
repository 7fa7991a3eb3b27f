import type { Calendar } from '@/domain/case/clock'

const quarter = 15

/**
 * The wall clock of each minute of a window: which day of the week, which date, which minute of the day. The zone is asked every
 * quarter of an hour, which is where the clocks of today's zones change; between two, a minute is a minute.
 */
export type WallMinutes = { start: number; weekdays: Uint8Array; minutes: Uint16Array; dates: string[] }

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export const readWall = (timeZone: string, start: number, length: number): WallMinutes => {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    hourCycle: 'h23',
  })
  const wall: WallMinutes = { start, weekdays: new Uint8Array(length), minutes: new Uint16Array(length), dates: [] }
  for (let at = 0; at < length; at += quarter) {
    const parts = Object.fromEntries(format.formatToParts(start + at * 60_000).map(({ type, value }) => [type, value]))
    const weekday = names.indexOf(parts.weekday?.toLowerCase() as 'mon')
    for (let minute = at; minute < Math.min(at + quarter, length); minute++) {
      wall.weekdays[minute] = weekday
      wall.minutes[minute] = Number(parts.hour) * 60 + Number(parts.minute) + minute - at
      wall.dates[minute] = `${parts.year}-${parts.month}-${parts.day}`
    }
  }
  return wall
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Whether business is open in a minute of the window, found by looking at that minute. */
const opening = (wall: WallMinutes, { businessHours, holidays }: Calendar): ((minute: number) => boolean) => {
  if (businessHours === null) return () => true
  const spans = names.map((day) => (businessHours[day] ?? []).map((span) => [minuteOf(span), minuteOf(span.slice(6))] as const))
  return (minute) => {
    const now = wall.minutes[minute] ?? 0
    const isOpen = spans[wall.weekdays[minute] ?? 0]?.some(([from, to]) => from <= now && now < to) ?? false
    return isOpen && !holidays.includes(wall.dates[minute] ?? '')
  }
}

/**
 * Runs a clock of `budget` minutes from minute `from` on, one minute after the other; it stands in the minutes of each pause
 * (`[from, to)`). Answers the minute at whose end the time is used up, undefined if the window is too short for that.
 */
export const runOut = (
  wall: WallMinutes,
  calendar: Calendar,
  from: number,
  budget: number,
  pauses: readonly (readonly [number, number])[],
): number | undefined => {
  const isOpen = opening(wall, calendar)
  let left = budget
  for (let minute = from; minute < wall.minutes.length; minute++) {
    if (!isOpen(minute) || pauses.some(([begin, end]) => begin <= minute && minute < end)) continue
    left -= 1
    if (left === 0) return minute + 1
  }
  return undefined
}
