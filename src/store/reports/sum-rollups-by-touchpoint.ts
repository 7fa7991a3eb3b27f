import { pool } from '../connection'
import { type RollupFilter, rollupParameters, rollupWhere, type SummedRow, sumColumns } from './rollup-filter'

/** One row a metric and touchpoint that has answers. */
export const sumRollupsByTouchpoint = async (filter: RollupFilter): Promise<(SummedRow & { touchpointId: string })[]> => {
  const { rows } = await pool().query<SummedRow & { touchpointId: string }>(
    `select r.metric, r.touchpoint_id as "touchpointId", ${sumColumns} from rollups r where ${rollupWhere}
      group by r.metric, r.touchpoint_id having sum(r.n) > 0`,
    rollupParameters(filter),
  )
  return rows
}
