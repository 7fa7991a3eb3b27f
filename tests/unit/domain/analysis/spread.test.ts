import { expect, test } from 'vitest'
import { type Spread, spreadOfNumbers, spreadOfOptions, spreadOfScale } from '@/domain/analysis/spread'
import { noSums, type Sums } from '@/domain/analysis/summarize'
import type { Measure } from '@/domain/metric/measure'

const measure: Measure = {
  ...{ key: 'mine', version: 1, source: 'q', kind: 'mean', shownAs: 'mean', better: 'more', least: 1, cuts: {}, ends: null },
}
const sumsOf = (values: readonly number[]): Sums => ({
  ...{ ...noSums, n: values.length, sum: values.reduce((a, b) => a + b, 0) },
  sumSquares: values.reduce((a, b) => a + b * b, 0),
})

/** As the database counts the spread's measures. */
const count = ({ measures, barsOf }: Spread, values: readonly number[]) => {
  const found = new Map(
    measures.map(({ key, cuts }) => [
      key,
      { ...noSums, n: values.length, high: values.filter((value) => value >= (cuts.mean?.positiveFrom ?? 0)).length },
    ]),
  )
  return barsOf((key) => found.get(key) ?? noSums)
}
const told = (spread: Spread, values: readonly number[]) => {
  const { n, bars } = count(spread, values)
  expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(n)
  return bars.map(({ answered, count: own }) => [Object.values(answered).join(' – '), own])
}

test('a few whole numbers stand each for itself, those that nobody gave too', () => {
  const spread = spreadOfScale(measure, { from: 1, to: 5, isWhole: true })
  expect(told(spread, [1, 5, 5, 3])).toEqual([
    ['1', 1],
    ['2', 0],
    ['3', 1],
    ['4', 0],
    ['5', 2],
  ])
  expect(count(spread, [1, 5]).bars.every(({ isCounted }) => isCounted === null)).toBe(true)
})

test('a share’s cut tells what counts, and is an edge where whole numbers are too many', () => {
  expect(
    count(spreadOfScale(measure, { from: 0, to: 10, isWhole: true }, 9), [9, 8]).bars.filter(({ isCounted }) => isCounted),
  ).toMatchObject([
    { answered: { value: 9 }, count: 1 },
    { answered: { value: 10 }, count: 0 },
  ])
  const wide = spreadOfScale(measure, { from: 0, to: 100, isWhole: true }, 85)
  expect(told(wide, [0, 84, 85, 89, 100])).toEqual([
    ['0 – 10', 1],
    ...[10, 20, 30, 40, 50, 60, 70].map((at) => [`${at} – ${at + 10}`, 0]),
    ['80 – 85', 1],
    ['85 – 90', 2],
    ['90 – 100 – true', 1],
  ])
  expect(
    count(wide, [85, 84])
      .bars.filter(({ isCounted }) => isCounted)
      .map(({ count: own }) => own),
  ).toEqual([1, 0])
})

test('where half points can be answered, whole numbers don’t stand for what lies between them', () => {
  expect(told(spreadOfScale(measure, { from: 0, to: 3, isWhole: false }), [0.5, 3]).at(-1)).toEqual(['2.5 – 3 – true', 1])
})

test('numbers without ends are told in round steps, open beyond them, and without empty ends', () => {
  const late = [0, 0, 0, 0, 5, 12, 31, 44, 60, 400]
  const bars = told(spreadOfNumbers(measure, sumsOf(late)), late)
  expect(bars[0]?.[1]).not.toBe(0)
  expect(bars.at(-1)?.[1]).not.toBe(0)
  expect(bars.length).toBeLessThanOrEqual(12)
  for (const [name] of bars) expect(String(name)).toMatch(/^-?\d*0?( – |$)/)
})

test.each([[[]], [[7]], [[7, 7, 7]], [[0.001, 0.002]], [[-3, 123456.789]]])(
  '%j spreads without a number that isn’t one',
  (values) => {
    const bars = told(spreadOfNumbers(measure, sumsOf(values), undefined), values)
    expect(JSON.stringify(bars)).not.toMatch(/NaN|Infinity/)
  },
)

test('options stand each with its share of those who answered, and what isn’t offered stands together', () => {
  const spread = spreadOfOptions(measure, ['a', 'b'], ['a'])
  const answers = [['a'], ['b'], ['gone'], ['a', 'b']]
  const found = new Map(
    spread.measures.map(({ key, options = [] }) => [
      key,
      { ...noSums, n: 4, high: answers.filter((one) => one.some((choice) => options.includes(choice))).length },
    ]),
  )
  expect(spread.barsOf((key) => found.get(key) ?? noSums)).toMatchObject({
    n: 4,
    bars: [
      { answered: { option: 'a' }, count: 2, share: 0.5, isCounted: true },
      { answered: { option: 'b' }, count: 2, share: 0.5, isCounted: false },
      { answered: { rest: true }, count: 1, share: 0.25, isCounted: false },
    ],
  })
})
