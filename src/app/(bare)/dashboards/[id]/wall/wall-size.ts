import { type Cell, columns, narrowColumns, narrowed, rowsOf, screensOf } from '@/domain/dashboard/layout'

export const [rowPixels, gapPixels] = [64, 16]

/** Rows that a screen holds at a size that is read across a room, lying and standing. */
const mostRows = { wide: 9, tall: 17 } as const
/** Narrower than this widgets can't be read, however high the window is. */
const leastWidth = { wide: 1100, tall: 620 } as const

type Window = { width: number; height: number }
export type WallScreens = { screens: Cell[][]; across: number }

/** A dashboard cut into screens for a window: on the narrow grid where the window stands upright. */
export const wallScreens = (cells: readonly Cell[], { width, height }: Window): WallScreens =>
  width >= height
    ? { screens: screensOf(cells, mostRows.wide), across: columns }
    : { screens: screensOf(narrowed(cells), mostRows.tall), across: narrowColumns }

/** How much a screen is enlarged so that it fills a window, and how wide it is before that. Nothing is made smaller: a small window scrolls. */
export const wallScale = (screen: readonly Cell[], { width, height }: Window): { scale: number; width: number } => {
  const least = width >= height ? leastWidth.wide : leastWidth.tall
  const high = rowsOf(screen) * (rowPixels + gapPixels) - gapPixels
  const scale = Math.max(1, Math.min(height / Math.max(high, 1), width / least))
  return { scale, width: width / scale }
}
