import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { Failure } from '@/domain/errors'
import { pool } from '../connection'
import { type RollupFilter, rollupParameters, rollupWhere, sumColumns } from './rollup-filter'
import { type ByRow, sumBy } from './sum-by'
import { withAnonymousBy } from './with-anonymous-by'

type TouchpointRow = ByRow<'touchpoint'>

const readTouchpoints = async (filter: RollupFilter): Promise<TouchpointRow[] | Failure> => {
  if (!isKeptInRollups(filter)) return sumBy(filter, 'touchpoint')
  const { rows } = await pool().query<TouchpointRow>(
    `select r.metric, r.touchpoint_id as "touchpointId", ${sumColumns(filter)} from rollups r where ${rollupWhere}
      group by r.metric, r.touchpoint_id having sum(r.n) > 0`,
    rollupParameters(filter),
  )
  return rows
}

/** One row a metric and touchpoint that has answers; from single responses where rollups can't tell. Anonymous ones as far as they may be told. */
export const sumRollupsByTouchpoint = (filter: RollupFilter): Promise<TouchpointRow[] | Failure> =>
  withAnonymousBy('touchpoint', filter, readTouchpoints)
