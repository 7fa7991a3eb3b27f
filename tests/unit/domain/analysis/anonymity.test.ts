import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Atom, blocksOf, cellsOf, isSafePart } from '@/domain/analysis/anonymity'
import { noSums } from '@/domain/analysis/summarize'
import { trendOf } from '@/domain/analysis/trend'

const dayOf = (at: number) => `2026-03-${String(at + 1).padStart(2, '0')}`
const daysOf = (counts: readonly number[]) => counts.map((n, at) => ({ day: dayOf(at), n }))
const blocks = (counts: readonly number[], threshold = 5) =>
  blocksOf(daysOf(counts), threshold).map(({ since, day }) => [Number(since.slice(8)), Number(day.slice(8))])

test.each([
  [
    'a day of enough answers stands by itself',
    [5, 9],
    [
      [1, 1],
      [2, 2],
    ],
  ],
  [
    'a small day goes with the next ones until there are enough',
    [4, 5, 6],
    [
      [1, 2],
      [3, 3],
    ],
  ],
  ['what is left behind a day of enough answers waits', [5, 4], [[1, 1]]],
  ['what is left behind scattered days joins them', [2, 2, 2, 1], [[1, 4]]],
  ['days without answers are in nobody’s way', [0, 3, 0, 3, 0], [[2, 4]]],
  ['too few in all are none', [2, 2], []],
])('%s', (_, counts, expected) => {
  expect(blocks(counts)).toEqual(expected)
})

/** The last day with enough answers before a period, and the first one after it, are all that has to be read around it. */
test('blocks are the same whether all days are read or only those around a period', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 20 }),
      fc.nat(19),
      fc.nat(19),
      (counts, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const earlier = counts.findLastIndex((n, at) => at < from && n >= 5)
        const later = counts.findIndex((n, at) => at > to && n >= 5)
        const near = counts.map((n, at) => (at > earlier && (later < 0 || at <= later) ? n : 0))
        const within = (found: number[][]) => found.filter(([first = 0, last = 0]) => first > from && last <= to + 1)
        expect(within(blocks(near))).toEqual(within(blocks(counts)))
      },
    ),
    { numRuns: 2000 },
  )
})

const channels = ['web', 'store', 'phone']
/** Each atom's sum is a power of two of its own, so that a sum says which atoms it is of. */
const atomsOf = (counts: readonly number[][]): Atom[] =>
  counts.flatMap((row, day) =>
    row.map((n, at): Atom => {
      return { ...noSums, n, sum: 2 ** (day * channels.length + at), day: dayOf(day), channel: channels[at] ?? '', counts: [] }
    }),
  )

test('whatever periods and channels are asked for, nothing that can be had by adding and subtracting is about fewer', () => {
  const day = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
  const few = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.constant(0), fc.integer({ min: 0, max: 1 }))
  fc.assert(
    fc.property(
      fc.array(fc.oneof(day, few), { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 3, max: 8 }),
      (counts, threshold) => {
        const atoms = atomsOf(counts)
        const told = new Set<number>()
        for (let from = 0; from < counts.length; from += 1)
          for (let to = from; to < counts.length; to += 1)
            for (const byChannel of [false, true])
              for (const cell of cellsOf(atoms, { threshold, period: { from: dayOf(from), to: dayOf(to) }, byChannel }))
                if (cell.hidden === undefined) told.add(cell.sum)
        // What all told sums have in common, atom by atom: any combination of them is the same for all atoms of a class.
        const classes = new Map<string, number>()
        for (const [at, { n }] of atoms.entries()) {
          const signature = [...told].filter((sum) => Math.floor(sum / 2 ** at) % 2 === 1).join(' ')
          if (signature !== '') classes.set(signature, (classes.get(signature) ?? 0) + n)
        }
        for (const n of classes.values()) expect(n).toBeGreaterThanOrEqual(threshold)
      },
    ),
    { numRuns: 1000 },
  )
})

test('a trend leaves a gap where answers of several days are only told together, and their sum counts', () => {
  const [cell] = cellsOf(
    atomsOf([
      [2, 1, 0],
      [2, 1, 0],
    ]),
    {
      threshold: 5,
      period: { from: dayOf(0), to: dayOf(1) },
      byChannel: false,
    },
  )
  expect(cell).toMatchObject({ n: 6, since: dayOf(0), day: dayOf(1) })
  const days = cell ? [{ ...cell, threshold: 5 }] : []
  const daily = trendOf('mean', days, { from: dayOf(0), to: dayOf(1) }, 'day')
  expect(daily.map(({ n, value, hidden }) => ({ n, value, hidden }))).toEqual([
    { n: 0, value: null, hidden: 5 },
    { n: 0, value: null, hidden: 5 },
  ])
  expect(trendOf('mean', days, { from: dayOf(0), to: dayOf(1) }, 'month')[0]).toMatchObject({ n: 6 })
})

test.each([
  [5, 5, true],
  [5, 10, true],
  [4, 10, false],
  [7, 10, false],
  [0, 0, false],
])('%i of %i who fit a condition: may that be told? %s', (found, all, expected) => {
  expect(isSafePart(found, all, 5)).toBe(expected)
})
