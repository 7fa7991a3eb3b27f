import { getFormatter, getLocale } from 'next-intl/server'
import { createLoader, parseAsArrayOf, parseAsString, type SearchParams } from 'nuqs/server'
import { localDay } from '@/domain/analysis/local-day'
import { resolveComparison, resolvePeriod } from '@/domain/analysis/period'
import type { Widget } from '@/domain/dashboard/dashboard'
import { type Failure, isFailure } from '@/domain/errors'
import { getDefinitions } from '@/pipeline/analyze/get-definitions'
import { daysInWords } from '../../_filters/days-in-words'
import { filterOptions, filtersInWords } from '../../_filters/filters-in-words'
import { readNarrowing } from '../../_filters/read-narrowing'
import { loadView } from '../../_filters/search-params'
import type { Board, BoardAsked } from '../_widgets/board'
import { boardReader } from '../_widgets/board-reader'
import { judgeBoard } from '../_widgets/judge-board'

const loadStopped = createLoader({ stopped: parseAsArrayOf(parseAsString).withDefault([]) })

type Member = { organizationId: string; timeZone: string }

/** `failure`: the address has a condition that can't be read; then the board is without it, and nothing of it may be shown. */
export type OpenedBoard = { board: Board; failure: Failure | null }

/**
 * Reads what an address asks of a dashboard's widgets; no number is asked of the database before a widget does. `path`: of its page,
 * where people can stop what takes long.
 */
export const openBoard = async (
  { organizationId, timeZone }: Member,
  widgets: readonly Widget[],
  parameters: SearchParams,
  path: string | null = null,
): Promise<OpenedBoard> => {
  const view = loadView(parameters)
  const [locale, format, options, definitions] = await Promise.all([
    getLocale(),
    getFormatter(),
    filterOptions(organizationId),
    getDefinitions(organizationId),
  ])
  const now = new Date()
  const period = resolvePeriod(view, localDay(now, timeZone))
  const comparedWith = resolveComparison(view, period)
  const found = readNarrowing(view)
  const narrowing = isFailure(found) ? {} : found.narrowing
  const asked: BoardAsked = { organizationId, timeZone, narrowing, period, comparedWith, now }
  const readFor = boardReader(asked)
  const read = readFor()
  const lines = [daysInWords(format, period), ...(await filtersInWords(organizationId, narrowing))]
  const stopped = path === null ? [] : loadStopped(parameters).stopped
  const counted = widgets.filter(({ id }) => !stopped.includes(id))
  const judged = judgeBoard(isFailure(found) ? [] : counted, asked, options, read)
  return {
    board: { ...asked, view, options, definitions, lines, locale, read, readFor, path, stopped, judged },
    failure: isFailure(found) ? found : null,
  }
}
