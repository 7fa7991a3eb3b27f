import { pool } from '../connection'
import { type RollupFilter, rollupParameters, rollupWhere, type SummedRow, sumColumns } from './rollup-filter'

/** One row a metric and channel that has answers; answers without a channel are left out. */
export const sumRollupsByChannel = async (filter: RollupFilter): Promise<(SummedRow & { channel: string })[]> => {
  const { rows } = await pool().query<SummedRow & { channel: string }>(
    `select r.metric, r.channel, ${sumColumns} from rollups r where ${rollupWhere} and r.channel <> ''
      group by r.metric, r.channel having sum(r.n) > 0`,
    rollupParameters(filter),
  )
  return rows
}
