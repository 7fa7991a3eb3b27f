import { wallClock } from '../zone'

/** The calendar day of an instant in a time zone, YYYY-MM-DD. */
export const localDay = (at: Date, timeZone: string): string =>
  new Date(wallClock(at.getTime(), timeZone)).toISOString().slice(0, 10)
