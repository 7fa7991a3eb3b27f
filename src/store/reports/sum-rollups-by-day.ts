import type { Day } from '@/domain/analysis/calendar'
import { pool } from '../connection'
import { type RollupFilter, rollupParameters, rollupWhere, type SummedRow, sumColumns } from './rollup-filter'

/** One row a metric and day that has answers, in the order of days. */
export const sumRollupsByDay = async (filter: RollupFilter): Promise<(SummedRow & { day: Day })[]> => {
  const { rows } = await pool().query<SummedRow & { day: Day }>(
    `select r.metric, r.day, ${sumColumns} from rollups r where ${rollupWhere} group by r.metric, r.day having sum(r.n) > 0 order by r.day`,
    rollupParameters(filter),
  )
  return rows
}
