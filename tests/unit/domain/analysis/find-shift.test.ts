import { expect, test } from 'vitest'
import { addDays } from '@/domain/analysis/calendar'
import { findShift, type ShiftPart, scatterOf } from '@/domain/analysis/find-shift'
import { noSums } from '@/domain/analysis/summarize'
import type { DaySums } from '@/domain/analysis/trend'
import { createChance } from '~tests/support/chance'

const start = '2026-01-01'

type Rows = (DaySums & { metric: string })[]
const alone = (kind: ShiftPart['kind']): ShiftPart[] => [{ metric: 'one', kind, weight: 1 }]
const nps = alone('nps')

/** Days of NPS answers: each answer a promoter with `high(day)`, a detractor with `low(day)`. */
const daysOf = (random: () => number, count: number, from: number, share: (at: number) => [high: number, low: number]): Rows =>
  Array.from({ length: count }, (_, at) => {
    const n = Math.floor(random() * 12)
    const [high, low] = share(at)
    const draws = Array.from({ length: n }, random)
    const promoters = draws.filter((draw) => draw < high).length
    const detractors = draws.filter((draw) => draw > 1 - low).length
    return {
      ...noSums,
      metric: 'one',
      day: addDays(start, from + at),
      n,
      high: promoters,
      low: detractors,
      middle: n - promoters - detractors,
    }
  })

test('σ_z of Laney’s chart, as worked', () => {
  const n = [10000, 12000, 9000, 11000, 10500, 9800, 11500, 10200, 9900, 10800]
  const x = [812, 1090, 655, 940, 790, 870, 1010, 760, 905, 850]
  const centre = x.reduce((a, b) => a + b) / n.reduce((a, b) => a + b)
  const z = x.map((count, at) => (count / (n[at] ?? 1) - centre) / Math.sqrt((centre * (1 - centre)) / (n[at] ?? 1)))
  expect(scatterOf(z)).toBeCloseTo(3.90152, 4)
  expect(scatterOf([0, 0.1, 0])).toBe(1)
})

test('a month in which nothing happened raises a false alarm at most once in twelve', () => {
  const { share: random } = createChance(7)
  const months = 1500
  let alarms = 0
  for (let month = 0; month < months; month += 1) {
    const steady = (): [number, number] => [0.5, 0.2]
    if (findShift(nps, daysOf(random, 30, 0, steady), daysOf(random, 30, 30, steady))) alarms += 1
  }
  expect(alarms / months).toBeLessThan(1 / 12)
})

test('days that scatter more than chance alone don’t raise more', () => {
  const { share: random } = createChance(8)
  const months = 1500
  let alarms = 0
  for (let month = 0; month < months; month += 1) {
    // Weather: each day has a mood of its own, the same moods in both months.
    const moody = (): [number, number] => (random() < 0.5 ? [0.65, 0.1] : [0.35, 0.3])
    if (findShift(nps, daysOf(random, 30, 0, moody), daysOf(random, 30, 30, moody))) alarms += 1
  }
  expect(alarms / months).toBeLessThan(1 / 12)
})

test('a lasting shift is found, in its direction and near its day', () => {
  const { share: random } = createChance(9)
  const found: number[] = []
  for (let month = 0; month < 200; month += 1) {
    const before = daysOf(random, 30, 0, () => [0.5, 0.2])
    const now = daysOf(random, 30, 30, (at) => (at < 15 ? [0.5, 0.2] : [0.2, 0.6]))
    const shift = findShift(nps, before, now)
    if (shift?.direction === 'fall') found.push((Date.parse(shift.since) - Date.parse(addDays(start, 45))) / 86_400_000)
  }
  expect(found.length).toBeGreaterThan(180)
  expect(found.filter((days) => Math.abs(days) <= 3).length / found.length).toBeGreaterThan(0.8)
})

test('what has come back to where it was is no shift any more', () => {
  const { share: random } = createChance(10)
  let told = 0
  for (let month = 0; month < 200; month += 1) {
    const before = daysOf(random, 30, 0, () => [0.5, 0.2])
    const now = daysOf(random, 30, 30, (at) => (at < 6 ? [0.1, 0.8] : [0.5, 0.2]))
    if (findShift(nps, before, now)) told += 1
  }
  expect(told / 200).toBeLessThan(0.1)
})

test('too few answers, or answers all alike, say nothing', () => {
  const day = (at: number, n: number, high: number) => ({
    ...noSums,
    metric: 'one',
    day: addDays(start, at),
    n,
    high,
    low: n - high,
  })
  const few = Array.from({ length: 30 }, (_, at) => day(at, at % 10 === 0 ? 5 : 0, 3))
  const many = Array.from({ length: 30 }, (_, at) => day(at, 10, 2))
  expect(findShift(nps, few, many)).toBeNull()
  expect(findShift(nps, many, few.slice(0, 1))).toBeNull()
  expect(
    findShift(
      alone('csat'),
      Array.from({ length: 30 }, (_, at) => day(at, 10, 10)),
      many,
    ),
  ).toBeNull()
})
