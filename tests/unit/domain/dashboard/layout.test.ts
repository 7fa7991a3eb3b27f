import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bandsOf,
  type Cell,
  columns,
  freePlace,
  moveStep,
  moveTo,
  narrowColumns,
  narrowed,
  readingOrder,
  resizeTo,
  rowsOf,
  screensOf,
  settle,
} from '@/domain/dashboard/layout'

const cell = (id: string, x: number, y: number, w: number, h: number): Cell => ({ id, x, y, w, h })
const places = (cells: readonly Cell[]) => Object.fromEntries(cells.map(({ id, x, y, w, h }) => [id, [x, y, w, h]]))

const anyCells = fc
  .array(
    fc.record({
      x: fc.integer({ min: -3, max: 15 }),
      y: fc.integer({ min: -2, max: 30 }),
      w: fc.integer({ min: 0, max: 14 }),
      h: fc.integer({ min: 0, max: 14 }),
    }),
    {
      maxLength: 24,
    },
  )
  .map((all) => all.map((one, at) => ({ id: `w${at}`, ...one })))

const overlaps = (cells: readonly Cell[]): string[] =>
  cells.flatMap((a, at) =>
    cells
      .slice(at + 1)
      .filter((b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h)
      .map((b) => `${a.id} ${b.id}`),
  )

describe('settling', () => {
  test('leaves no overlap, nothing outside the grid, no row that could be closed, and every widget there', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const settled = settle(cells)
        expect(settled.map(({ id }) => id).sort()).toEqual(cells.map(({ id }) => id).sort())
        expect(overlaps(settled)).toEqual([])
        for (const one of settled) {
          expect(one.x >= 0 && one.x + one.w <= columns && one.y >= 0).toBe(true)
          const raised = settled.map((other) => (other.id === one.id ? { ...other, y: other.y - 1 } : other))
          expect(one.y === 0 || overlaps(raised).length > 0).toBe(true)
        }
        expect(settle(settled)).toEqual(settled)
      }),
      { numRuns: 500 },
    )
  })

  test('the order in which widgets are listed doesn’t matter', () => {
    fc.assert(
      fc.property(anyCells, fc.nat(), (cells, seed) => {
        const turned = cells.map((_, at) => cells[(at + (seed % (cells.length || 1))) % cells.length] as Cell)
        expect(settle(turned)).toEqual(settle(cells))
      }),
    )
  })
})

describe('moving', () => {
  const three = [cell('a', 0, 0, 6, 2), cell('b', 6, 0, 6, 2), cell('c', 0, 2, 12, 3)]

  test('a widget that is dropped on another pushes it down', () => {
    expect(places(moveTo(three, 'c', { x: 0, y: 0 }))).toEqual({ c: [0, 0, 12, 3], a: [0, 3, 6, 2], b: [6, 3, 6, 2] })
  })

  test('one step down goes past what stands there, and one step up comes back', () => {
    const two = [cell('a', 0, 0, 4, 4), cell('b', 0, 4, 4, 2)]
    const down = moveStep(two, 'a', 'down')
    expect(places(down)).toEqual({ b: [0, 0, 4, 2], a: [0, 2, 4, 4] })
    expect(places(moveStep(down, 'a', 'up'))).toEqual(places(two))
  })

  test('one step sideways trades places in a row, else moves a column', () => {
    expect(places(moveStep(three, 'a', 'right'))).toMatchObject({ a: [6, 0, 6, 2], b: [0, 0, 6, 2] })
    expect(places(moveStep([cell('a', 0, 0, 3, 2)], 'a', 'right'))).toEqual({ a: [1, 0, 3, 2] })
  })

  test('at an edge nothing happens', () => {
    expect(moveStep(three, 'a', 'left')).toEqual(three)
    expect(moveStep(three, 'a', 'up')).toEqual(three)
    expect(moveStep(three, 'c', 'down')).toEqual(three)
    expect(moveStep(three, 'nobody', 'down')).toEqual(three)
  })

  test('no step loses, overlaps or resizes a widget', () => {
    fc.assert(
      fc.property(anyCells, fc.nat(), fc.constantFrom('left', 'right', 'up', 'down'), (cells, which, direction) => {
        const settled = settle(cells)
        const id = settled[which % (settled.length || 1)]?.id ?? ''
        const moved = moveStep(settled, id, direction)
        expect(overlaps(moved)).toEqual([])
        const sizes = (all: readonly Cell[]) => all.map((one) => `${one.id} ${one.w}×${one.h}`).sort()
        expect(sizes(moved)).toEqual(sizes(settled))
      }),
    )
  })
})

test('a widget grows no further than the grid and shrinks no further than it can be read', () => {
  const one = [cell('a', 8, 0, 4, 4)]
  expect(places(resizeTo(one, 'a', { w: 9, h: 99 }, { w: 3, h: 2 }))).toEqual({ a: [8, 0, 4, 12] })
  expect(places(resizeTo(one, 'a', { w: 1, h: 1 }, { w: 3, h: 2 }))).toEqual({ a: [8, 0, 3, 2] })
})

test('a new widget takes the first free place, else the foot', () => {
  const cells = [cell('a', 0, 0, 8, 4), cell('b', 0, 4, 12, 2)]
  expect(freePlace(cells, { w: 4, h: 4 })).toEqual({ x: 8, y: 0 })
  expect(freePlace(cells, { w: 6, h: 2 })).toEqual({ x: 0, y: 6 })
  expect(freePlace([], { w: 3, h: 2 })).toEqual({ x: 0, y: 0 })
})

test('on a narrow grid the order of reading stays, nothing overlaps, and small widgets stand in pairs', () => {
  const four = [0, 3, 6, 9].map((x) => cell(`n${x}`, x, 0, 3, 2))
  expect(places(narrowed([...four, cell('t', 0, 2, 8, 4)]))).toEqual({
    n0: [0, 0, 3, 2],
    n3: [3, 0, 3, 2],
    n6: [0, 2, 3, 2],
    n9: [3, 2, 3, 2],
    t: [0, 4, 6, 4],
  })
  fc.assert(
    fc.property(anyCells, (cells) => {
      const settled = settle(cells)
      const narrow = narrowed(settled)
      expect(overlaps(narrow)).toEqual([])
      expect(narrow.every(({ x, w }) => x + w <= narrowColumns)).toBe(true)
      expect(readingOrder(narrow).map(({ id }) => id)).toEqual(settled.map(({ id }) => id))
    }),
  )
})

test('a dashboard is cut where nothing reaches across, and screens are filled up to their height', () => {
  const cells = [
    cell('a', 0, 0, 6, 2),
    cell('b', 6, 0, 6, 3),
    cell('c', 0, 2, 6, 4),
    cell('d', 0, 6, 12, 3),
    cell('e', 0, 9, 12, 3),
  ]
  expect(bandsOf(cells).map((band) => band.map(({ id }) => id))).toEqual([['a', 'b', 'c'], ['d'], ['e']])
  const screens = screensOf(cells, 9)
  expect(screens.map((screen) => screen.map(({ id, y }) => `${id}${y}`))).toEqual([['a0', 'b0', 'c2', 'd6'], ['e0']])
  expect(screens.map(rowsOf)).toEqual([9, 3])
  expect(screensOf(cells, 2).map((screen) => screen.length)).toEqual([3, 1, 1])
})
