import type { Narrowing } from '@/domain/analysis/narrowing'
import { andCondition } from '@/domain/condition/and-condition'
import { readCondition } from '@/domain/condition/read-condition'
import type { OwnNarrowing, Widget } from '@/domain/dashboard/dashboard'
import type { FilterOptions } from '@/pipeline/analyze/get-filter-options'

const places = ['journey', 'touchpoint', 'survey', 'channel'] as const
export type Place = (typeof places)[number]

/**
 * What a widget's numbers are narrowed to: what its dashboard is, and what it is itself. `gone`: it names something that isn't
 * there any more. `apart`: it and its dashboard name two different ones, so that nothing can fit both.
 */
export type Narrowed = { narrowing: Narrowing } | { gone: Place; key: string } | { apart: Place }

type Known = Pick<FilterOptions, 'journeys' | 'touchpoints' | 'surveys'>

const isGone = (place: Place, key: string, known: Known): boolean =>
  place !== 'channel' && !known[`${place}s`].some((one) => one.key === key)

/** What a widget names of its own, wherever its kind keeps it. */
export const ownOf = (widget: Widget): OwnNarrowing => {
  if (widget.kind === 'cases' || widget.kind === 'alerts') return { touchpoint: widget.touchpoint }
  if (widget.kind === 'gap') return { survey: widget.survey }
  return 'only' in widget ? (widget.only ?? {}) : {}
}

export const readOwn = ({ where, ...own }: OwnNarrowing): Narrowing => {
  const read = where === undefined ? null : readCondition(where)
  return { ...own, ...(read && 'value' in read ? { where: read.value } : {}) }
}

export const narrowWidget = (own: OwnNarrowing, board: Narrowing, known: Known): Narrowed => {
  const narrowing: Narrowing = { ...board }
  for (const place of places) {
    const key = own[place]
    if (key === undefined) continue
    if (isGone(place, key, known)) return { gone: place, key }
    if (board[place] !== undefined && board[place] !== key) return { apart: place }
    narrowing[place] = key
  }
  const { where } = readOwn(own)
  return { narrowing: where ? { ...narrowing, where: andCondition(board.where, where) } : narrowing }
}
