import { addDays, type Day, startOfDay } from '../analysis/calendar'

/** The moments at which a worker would have looked at a rule, had it been switched on at `from`: at once, and then at even intervals. */
export type Looks = {
  count: number
  at: (look: number) => Date
  /** the organization's day then; asked for in the order of looks */
  dayOf: (look: number) => Day
  /** the first look at or after an instant; 0 for what was before all of them */
  firstAfter: (at: Date) => number
}

export const looksBetween = (
  from: Date,
  until: Date,
  { everySeconds, first, timeZone }: { everySeconds: number; first: Day; timeZone: string },
): Looks => {
  const [start, everyMs] = [from.getTime(), everySeconds * 1000]
  let day = first
  let next = startOfDay(addDays(day, 1), timeZone).getTime()
  return {
    count: Math.floor((until.getTime() - start) / everyMs) + 1,
    at: (look) => new Date(start + look * everyMs),
    dayOf: (look) => {
      while (start + look * everyMs >= next) {
        day = addDays(day, 1)
        next = startOfDay(addDays(day, 1), timeZone).getTime()
      }
      return day
    },
    firstAfter: (at) => Math.max(0, Math.ceil((at.getTime() - start) / everyMs)),
  }
}
