import type { Random } from './random'

const HOUR = 3_600_000
const DAY = 24 * HOUR
// Asia/Shanghai has kept UTC+8 without summer time since 1991.
const OFFSET = 8 * HOUR

export type Rhythm = {
  /** Monday first. */
  weekdays: readonly [number, number, number, number, number, number, number]
  /** Weights by local hour, from … to. */
  hours: readonly (readonly [from: number, to: number, weight: number])[]
}

const hourWeights = (rhythm: Rhythm): number[] =>
  Array.from({ length: 24 }, (_, hour) => rhythm.hours.find(([from, to]) => hour >= from && hour <= to)?.[2] ?? 0)

/** Local midnight that begins the demo; its last day is today. */
export const firstMidnight = (now: Date, days: number): number =>
  Math.floor((now.getTime() + OFFSET) / DAY) * DAY - OFFSET - (days - 1) * DAY

const MONDAY = 4 // 1 January 1970 was a Thursday.

/** When answers of a survey arrive: by weekday and hour, slowly more towards the end, never after `now`. */
export const createMoments = (random: Random, now: Date, days: number, rhythm: Rhythm) => {
  const start = firstMidnight(now, days)
  const hours = hourWeights(rhythm)
  const heaviest = Math.max(...rhythm.weekdays)
  const tallest = Math.max(...hours)
  return (): { at: number; day: number } => {
    for (;;) {
      const day = random.int(0, days - 1)
      const weekday = (Math.floor((start + OFFSET) / DAY) + day + 7 - MONDAY) % 7
      const growth = 0.8 + 0.2 * (day / days)
      if (!random.chance(((rhythm.weekdays[weekday] ?? 1) / heaviest) * growth)) continue
      const at = start + day * DAY + Math.floor(random.next() * DAY)
      const hour = Math.floor((at - start - day * DAY) / HOUR)
      if (at <= now.getTime() && random.chance((hours[hour] ?? 0) / tallest)) return { at, day }
    }
  }
}
