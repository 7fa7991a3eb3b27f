import type { Day } from '@/domain/analysis/calendar'
import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { Failure } from '@/domain/errors'
import { pool } from '../connection'
import { type RollupFilter, rollupParameters, rollupWhere, type SummedRow, sumColumns } from './rollup-filter'
import { sumBy } from './sum-by'

type DayRow = SummedRow & { day: Day }

/** One row a metric and day that has answers, in the order of days; from single responses where rollups can't tell. */
export const sumRollupsByDay = async (filter: RollupFilter): Promise<DayRow[] | Failure> => {
  if (!isKeptInRollups(filter)) return sumBy(filter, 'day')
  const { rows } = await pool().query<DayRow>(
    `select r.metric, r.day, ${sumColumns(filter)} from rollups r where ${rollupWhere} group by r.metric, r.day having sum(r.n) > 0 order by r.day`,
    rollupParameters(filter),
  )
  return rows
}
