import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { Failure } from '@/domain/errors'
import { pool } from '../connection'
import { type RollupFilter, rollupParameters, rollupWhere, sumColumns } from './rollup-filter'
import { type ByRow, sumBy } from './sum-by'
import { withAnonymousBy } from './with-anonymous-by'

type ChannelRow = ByRow<'channel'>

const readChannels = async (filter: RollupFilter): Promise<ChannelRow[] | Failure> => {
  if (!isKeptInRollups(filter)) return sumBy(filter, 'channel')
  const { rows } = await pool().query<ChannelRow>(
    `select r.metric, r.channel, ${sumColumns(filter)} from rollups r where ${rollupWhere}
      group by r.metric, r.channel having sum(r.n) > 0`,
    rollupParameters(filter),
  )
  return rows
}

/** One row a metric and channel that has answers, '' for answers without one; from single responses where rollups can't tell. Anonymous ones as far as they may be told. */
export const sumRollupsByChannel = (filter: RollupFilter): Promise<ChannelRow[] | Failure> =>
  withAnonymousBy('channel', filter, readChannels)
