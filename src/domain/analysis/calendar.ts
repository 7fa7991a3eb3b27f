import { offsetAt } from '../zone'
import { localDay } from './local-day'

/** A calendar day, `YYYY-MM-DD`: what rollups are keyed by, always in the organization's time zone. */
export type Day = string

const toDay = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10)

/** The day a number of days later (earlier, if negative). */
export const addDays = (day: Day, days: number): Day => toDay(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000)

/** How many days from one day to another; 0 for the same day. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** 0 for Monday … 6 for Sunday. */
export const weekday = (day: Day): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

/** Whether a text is a day that exists: 2026-02-30 isn't. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && toDay(at) === text
}

/**
 * The instant at which a day begins in a time zone. Where the clock jumps over midnight, the first instant of that day.
 * The offset is looked up twice, because it may differ on the two sides of the first guess.
 */
export const startOfDay = (day: Day, timeZone: string): Date => {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const first = midnight - offsetAt(midnight, timeZone)
  const second = midnight - offsetAt(first, timeZone)
  const begin = localDay(new Date(second), timeZone) === day ? second : Math.max(first, second)
  return new Date(begin)
}
