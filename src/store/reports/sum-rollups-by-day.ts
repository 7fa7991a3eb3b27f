import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { DaySums } from '@/domain/analysis/trend'
import type { Failure } from '@/domain/errors'
import { sumsOf, withAnonymous } from '../anonymity/anonymous-cells'
import { pool } from '../connection'
import { type RollupFilter, rollupParameters, rollupWhere, type SummedRow, sumColumns } from './rollup-filter'
import { sumBy } from './sum-by'

/** `since`, `threshold`: see `DaySums` */
type DayRow = SummedRow & Pick<DaySums, 'day' | 'since' | 'threshold'>

const readDays = async (filter: RollupFilter): Promise<DayRow[] | Failure> => {
  if (!isKeptInRollups(filter)) return sumBy(filter, 'day')
  const { rows } = await pool().query<DayRow>(
    `select r.metric, r.day, ${sumColumns(filter)} from rollups r where ${rollupWhere} group by r.metric, r.day having sum(r.n) > 0 order by r.day`,
    rollupParameters(filter),
  )
  return rows
}

/**
 * One row a metric and day that has answers, in the order of days; from single responses where rollups can't tell. Anonymous ones as
 * far as they may be told.
 */
export const sumRollupsByDay = (filter: RollupFilter): Promise<DayRow[] | Failure> =>
  withAnonymous<DayRow>({
    filter,
    read: readDays,
    toRow: (cell) => ({ ...sumsOf(cell), metric: cell.metric, day: cell.day, since: cell.since, threshold: cell.threshold }),
    keyOf: ({ metric, day, since = day }) => `${day} ${since} ${metric}`,
  })
