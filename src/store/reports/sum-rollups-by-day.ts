import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { Failure } from '@/domain/errors'
import { pool } from '../connection'
import { type RollupFilter, rollupParameters, rollupWhere, sumColumns } from './rollup-filter'
import { type ByRow, sumBy } from './sum-by'
import { withAnonymousBy } from './with-anonymous-by'

type DayRow = ByRow<'day'>

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
export const sumRollupsByDay = (filter: RollupFilter): Promise<DayRow[] | Failure> => withAnonymousBy('day', filter, readDays)
