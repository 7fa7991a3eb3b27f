import { expect, test } from 'vitest'
import { addDays } from '@/domain/analysis/calendar'
import { findShift, type ShiftPart } from '@/domain/analysis/find-shift'
import { noSums } from '@/domain/analysis/summarize'
import type { DaySums } from '@/domain/analysis/trend'
import { createChance } from '~tests/support/chance'

const start = '2026-01-01'
type Rows = (DaySums & { metric: string })[]

/** A person's answers to an index of NPS, a share and a mean; with `common` 1 one mood says them all, with 0 each is for itself. */
type Person = { moods: readonly [number, number, number]; skips: readonly boolean[] }
const whole: ShiftPart[] = [
  { metric: 'nps', kind: 'nps', weight: 0.25 },
  { metric: 'on-time', kind: 'csat', weight: 25 },
  { metric: 'service', kind: 'mean', weight: 6.25 },
]

const sumsOf = (people: readonly Person[], day: string): Rows => {
  const of = (at: 0 | 1 | 2) => people.filter(({ skips }) => !skips[at]).map(({ moods }) => moods[at])
  const count = (values: readonly number[], holds: (mood: number) => boolean) => values.filter(holds).length
  const [first, second, third] = [of(0), of(1), of(2).map((mood) => 1 + Math.min(4, Math.floor(mood * 5)))]
  const [sum, sumSquares] = [third.reduce((a, b) => a + b, 0), third.reduce((a, b) => a + b * b, 0)]
  const [high, low] = [count(first, (mood) => mood > 0.5), count(first, (mood) => mood < 0.2)]
  const onTime = count(second, (mood) => mood > 0.3)
  return [
    { ...noSums, metric: 'nps', day, n: first.length, high, low, middle: first.length - high - low },
    { ...noSums, metric: 'on-time', day, n: second.length, high: onTime, middle: second.length - onTime },
    { ...noSums, metric: 'service', day, n: third.length, sum, sumSquares },
  ]
}

type Life = { common: number; skipped: number; most: number; moved?: (at: number) => number; weather?: number }

const livedDays = (random: () => number, count: number, from: number, life: Life): Rows =>
  Array.from({ length: count }, (_, at) => {
    const moved = (life.moved?.(at) ?? 0) + (random() < 0.5 ? 1 : -1) * (life.weather ?? 0)
    const people = Array.from({ length: Math.floor(random() * life.most) }, (): Person => {
      const shared = random()
      const mood = () => Math.max(0, Math.min(0.999, (random() < life.common ? shared : random()) + moved))
      return { moods: [mood(), mood(), mood()], skips: [0, 1, 2].map(() => random() < life.skipped) }
    })
    return sumsOf(people, addDays(start, from + at))
  }).flat()

const lives: [string, Life][] = [
  ['people whose answers have nothing in common', { common: 0, skipped: 0, most: 12 }],
  ['people of one mood', { common: 1, skipped: 0, most: 12 }],
  ['people of half a mood who skip questions', { common: 0.5, skipped: 0.4, most: 12 }],
  ['a few people a day, so that parts are missing on many', { common: 0.7, skipped: 0.3, most: 5 }],
  ['days that scatter more than chance', { common: 0.7, skipped: 0.2, most: 12, weather: 0.12 }],
]

test.each(lives)(
  'a month in which nothing happened to an index, a share or a mean raises a false alarm at most once in twelve: %s',
  (_, life) => {
    const { share: random } = createChance(20)
    const months = 500
    const alarms = [whole, ...whole.map((part) => [part])].map((parts) => ({ parts, count: 0 }))
    for (let month = 0; month < months; month += 1) {
      const [before, now] = [livedDays(random, 30, 0, life), livedDays(random, 30, 30, life)]
      for (const alarm of alarms) if (findShift(alarm.parts, before, now)) alarm.count += 1
    }
    for (const { count } of alarms) expect(count / months).toBeLessThan(1 / 12)
  },
)

test.each([0, 0.5, 1])('a lasting shift of an index is found, near its day: people with %d of their mood in common', (common) => {
  const { share: random } = createChance(31)
  const found: number[] = []
  for (let month = 0; month < 200; month += 1) {
    const life = { common, skipped: 0.2, most: 12 }
    const before = livedDays(random, 30, 0, life)
    const now = livedDays(random, 30, 30, { ...life, moved: (at) => (at < 15 ? 0 : -0.3) })
    const shift = findShift(whole, before, now)
    if (shift?.direction === 'fall') found.push((Date.parse(shift.since) - Date.parse(addDays(start, 45))) / 86_400_000)
  }
  expect(found.length).toBeGreaterThan(180)
  expect(found.filter((days) => Math.abs(days) <= 3).length / found.length).toBeGreaterThan(0.8)
})

const pair: ShiftPart[] = [
  { metric: 'a', kind: 'csat', weight: 50 },
  { metric: 'b', kind: 'csat', weight: 50 },
]
const share = (metric: string, at: number, high: number) => ({ ...noSums, metric, day: addDays(start, at), n: 10, high })
const days = (count: number, from: number, rowsOf: (at: number) => Rows): Rows =>
  Array.from({ length: count }, (_, at) => rowsOf(from + at)).flat()

test('where no day has answers to every part, days are taken together until there is a number of each', () => {
  // One part is answered on even days, the other on odd ones.
  const taken = (high: number) => (at: number) => [share(at % 2 === 0 ? 'a' : 'b', at, high + (at % 4 < 2 ? 0 : 1))]
  const shift = findShift(pair, days(40, 0, taken(7)), [...days(6, 40, taken(7)), ...days(14, 46, taken(1))])
  expect(shift).toEqual({ since: addDays(start, 46), direction: 'fall' })
})

test('an index says nothing while one of its parts has no answers, too few, or all alike', () => {
  const both = (high: number) => (at: number) => [share('a', at, high + (at % 2)), share('b', at, high + (at % 3))]
  const [before, now] = [days(28, 0, both(6)), days(14, 28, both(1))]
  expect(findShift(pair, before, now)?.direction).toBe('fall')
  const without = (rows: Rows, left: (row: Rows[number]) => boolean) => rows.filter((row) => row.metric === 'a' || left(row))
  expect(
    findShift(
      pair,
      before,
      without(now, () => false),
    ),
  ).toBeNull()
  expect(
    findShift(
      pair,
      before,
      without(now, ({ day }) => day < addDays(start, 30)),
    ),
  ).toBeNull()
  const alike = before.map((row) => (row.metric === 'b' ? { ...row, high: 10 } : row))
  expect(findShift(pair, alike, now)).toBeNull()
})

test('a day whose answers come in several rows is one day', () => {
  const [before, now] = [
    days(28, 0, (at) => [share('a', at, 6 + (at % 2))]),
    days(14, 28, (at) => [share('a', at, 3 + (at % 2))]),
  ]
  const halves = (rows: Rows): Rows =>
    rows.flatMap((row) => [
      { ...row, n: 4, high: 1 },
      { ...row, n: 6, high: row.high - 1 },
    ])
  const one = [{ metric: 'a', kind: 'csat', weight: 1 }] as const
  expect(findShift(one, before, now)).not.toBeNull()
  expect(findShift(one, halves(before), halves(now))).toEqual(findShift(one, before, now))
})
