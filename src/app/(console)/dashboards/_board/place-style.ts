import type { CSSProperties } from 'react'
import { type Cell, narrowed } from '@/domain/dashboard/layout'

const lineOf = ({ x, y, w, h }: Cell, prefix: string): Record<string, string> => ({
  [`--${prefix}column`]: `${x + 1} / span ${w}`,
  [`--${prefix}row`]: `${y + 1} / span ${h}`,
})

/** Where each widget stands on the wide grid and on the narrow one, as the style sheet takes it. */
export const placeStyles = (cells: readonly Cell[]): ReadonlyMap<string, CSSProperties> => {
  const narrow = narrowed(cells)
  return new Map(
    cells.map((cell) => {
      const small = narrow.find(({ id }) => id === cell.id) ?? cell
      return [cell.id, { ...lineOf(cell, ''), ...lineOf(small, 'narrow-'), '--h': cell.h } as CSSProperties]
    }),
  )
}
