/** A dashboard's grid: so many columns, and as many rows as are needed. */
export const columns = 12
/** The grid of narrow windows and upright paper. */
export const narrowColumns = 6
/** A widget is never higher, so that none fills more than a screen. */
export const mostRows = 12

/** Where a widget stands, in columns and rows from the upper left corner. */
export type Cell = { id: string; x: number; y: number; w: number; h: number }
export type Size = { w: number; h: number }

const isOver = (a: Cell, b: Cell): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
const hits = (cell: Cell, others: readonly Cell[]): boolean => others.some((other) => isOver(cell, other))

const between = (least: number, number: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(number) || least))

/** Within the grid, whatever was asked for. */
const fitted = <One extends Cell>(cell: One, across: number): One => {
  const [w, h] = [between(1, cell.w, across), between(1, cell.h, mostRows)]
  return { ...cell, w, h, x: between(0, cell.x, across - w), y: Math.max(0, Math.round(cell.y) || 0) }
}

/** From the top down, and from left to right. */
export const readingOrder = <One extends Cell>(cells: readonly One[]): One[] =>
  cells.toSorted((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1))

/**
 * Widgets in their columns, none over another, each as far up as it goes past those above it. One that was just moved (`first`)
 * keeps its row where another claims the same one.
 */
export const settle = <One extends Cell>(cells: readonly One[], first?: string, across = columns): One[] => {
  const inOrder = readingOrder(cells.map((cell) => fitted(cell, across))).sort(
    (a, b) => a.y - b.y || Number(b.id === first) - Number(a.id === first),
  )
  const placed: One[] = []
  for (const cell of inOrder) {
    let y = cell.y
    while (y > 0 && !hits({ ...cell, y: y - 1 }, placed)) y--
    while (hits({ ...cell, y }, placed)) y++
    placed.push({ ...cell, y })
  }
  return readingOrder(placed)
}

const change = <One extends Cell>(cells: readonly One[], id: string, to: Partial<Cell>): One[] =>
  settle(
    cells.map((cell) => (cell.id === id ? { ...cell, ...to } : cell)),
    id,
  )

/** Puts a widget where a pointer holds it; the others make room. */
export const moveTo = <One extends Cell>(cells: readonly One[], id: string, { x, y }: { x: number; y: number }): One[] =>
  change(cells, id, { x, y })

/** Another size, not under the least that its kind can be read at. */
export const resizeTo = <One extends Cell>(cells: readonly One[], id: string, size: Size, least: Size): One[] => {
  const cell = cells.find((one) => one.id === id)
  if (!cell) return [...cells]
  const w = between(Math.min(least.w, columns), size.w, columns - cell.x)
  return change(cells, id, { w, h: between(least.h, size.h, mostRows) })
}

const isSame = (a: readonly Cell[], b: readonly Cell[]): boolean =>
  a.length === b.length && a.every((cell, at) => cell.id === b[at]?.id && cell.x === b[at]?.x && cell.y === b[at]?.y)

export type Direction = 'left' | 'right' | 'up' | 'down'

/** The neighbour in the same row that a step sideways runs into. */
const neighbour = <One extends Cell>(cells: readonly One[], cell: One, direction: 'left' | 'right'): One | undefined =>
  cells.find(
    (other) =>
      other.id !== cell.id &&
      other.y === cell.y &&
      (direction === 'right' ? other.x === cell.x + cell.w : other.x + other.w === cell.x),
  )

/** One step sideways: into free columns, or trading places with the neighbour of the same row. */
const stepAside = <One extends Cell>(cells: readonly One[], cell: One, direction: 'left' | 'right'): One[] => {
  const other = neighbour(cells, cell, direction)
  if (!other) return change(cells, cell.id, { x: cell.x + (direction === 'right' ? 1 : -1) })
  const left = Math.min(cell.x, other.x)
  const isLeft = direction === 'left'
  const places: Record<string, number> = { [cell.id]: isLeft ? left : left + other.w, [other.id]: isLeft ? left + cell.w : left }
  return settle(
    cells.map((one) => ({ ...one, x: places[one.id] ?? one.x })),
    cell.id,
  )
}

/** One step up or down: past what stands there, since in the rows between nothing would change. */
const stepAlong = <One extends Cell>(cells: readonly One[], cell: One, direction: 'up' | 'down'): One[] => {
  const bottom = Math.max(...cells.map(({ y, h }) => y + h))
  const steps = direction === 'up' ? cell.y : bottom - cell.y
  for (let step = 1; step <= steps; step++) {
    const moved = cells.map((one) => (one.id === cell.id ? { ...one, y: one.y + (direction === 'up' ? -step : step) } : one))
    const settled = settle(moved, cell.id)
    if (!isSame(settled, settle(cells))) return settled
  }
  return [...cells]
}

/** Moves a widget one step, as the arrow keys do; unchanged at an edge. */
export const moveStep = <One extends Cell>(cells: readonly One[], id: string, direction: Direction): One[] => {
  const cell = cells.find((one) => one.id === id)
  if (!cell) return [...cells]
  return direction === 'left' || direction === 'right' ? stepAside(cells, cell, direction) : stepAlong(cells, cell, direction)
}

/** The first place that is free for something of a size, beginning at the top; below everything if there is none. */
export const freePlace = (cells: readonly Cell[], { w, h }: Size, across = columns): { x: number; y: number } => {
  const bottom = Math.max(0, ...cells.map((cell) => cell.y + cell.h))
  for (let y = 0; y < bottom; y++) for (let x = 0; x + w <= across; x++) if (!hits({ id: '', x, y, w, h }, cells)) return { x, y }
  return { x: 0, y: bottom }
}

/** The same widgets in the same order on a grid of fewer columns: small ones side by side, the others across all of it. */
export const narrowed = <One extends Cell>(cells: readonly One[]): One[] => {
  const placed: One[] = []
  for (const cell of readingOrder(cells)) {
    const size = { w: cell.w <= 4 ? narrowColumns / 2 : narrowColumns, h: cell.h }
    // Not before what is read earlier: only the row of the last one is looked at.
    const after = placed.at(-1)
    const besides = after && { x: after.x + after.w, y: after.y }
    const fits = besides && besides.x + size.w <= narrowColumns && !hits({ ...cell, ...size, ...besides }, placed)
    placed.push({ ...cell, ...size, ...(fits ? besides : { x: 0, y: Math.max(0, ...placed.map(({ y, h }) => y + h)) }) })
  }
  return placed
}

/** Cut where no widget reaches across: rows of widgets that can stand on pages of their own. */
export const bandsOf = <One extends Cell>(cells: readonly One[]): One[][] => {
  const bands: One[][] = []
  let end = 0
  for (const cell of readingOrder(cells)) {
    const band = bands.at(-1)
    if (band && cell.y < end) band.push(cell)
    else bands.push([cell])
    end = Math.max(end, cell.y + cell.h)
  }
  return bands
}

const shiftedUp = <One extends Cell>(cells: readonly One[]): One[] => {
  const top = Math.min(...cells.map(({ y }) => y))
  return cells.map((cell) => ({ ...cell, y: cell.y - top }))
}

/** Screens of at most so many rows, cut between bands; a band that is higher is a screen of its own. */
export const screensOf = <One extends Cell>(cells: readonly One[], most: number): One[][] => {
  const screens: { cells: One[]; top: number }[] = []
  for (const band of bandsOf(cells)) {
    const [top, end] = [Math.min(...band.map(({ y }) => y)), Math.max(...band.map(({ y, h }) => y + h))]
    const last = screens.at(-1)
    if (last && end - last.top <= most) last.cells.push(...band)
    else screens.push({ cells: [...band], top })
  }
  return screens.map((screen) => shiftedUp(screen.cells))
}

export const rowsOf = (cells: readonly Cell[]): number => Math.max(0, ...cells.map(({ y, h }) => y + h))
