import type { Narrowing } from '@/domain/analysis/narrowing'
import type { Period } from '@/domain/analysis/period'
import type { Widget } from '@/domain/dashboard/dashboard'
import type { Definitions } from '@/domain/metric/definition'
import type { FilterOptions } from '@/pipeline/analyze/get-filter-options'
import type { loadView } from '../../_filters/search-params'
import type { BoardReader, boardReader } from './board-reader'
import type { Judged } from './judge-board'

/** What a dashboard is asked, by its address and by who looks. */
export type BoardAsked = {
  organizationId: string
  timeZone: string
  narrowing: Narrowing
  period: Period
  comparedWith: Period
  now: Date
}

/** A dashboard as it is being read: `lines` say in words what it is narrowed to. */
export type Board = BoardAsked & {
  view: Awaited<ReturnType<typeof loadView>>
  options: FilterOptions
  definitions: Definitions
  lines: readonly string[]
  locale: string
  read: BoardReader
  /** a reader whose progress somebody watches */
  readFor: ReturnType<typeof boardReader>
  /** its page, where what takes long can be stopped; null on a wall, on paper and while it is composed */
  path: string | null
  /** widgets that somebody has stopped, by id */
  stopped: readonly string[]
  judged: Judged
}

export type WidgetOf<Kind extends Widget['kind']> = Extract<Widget, { kind: Kind }>
