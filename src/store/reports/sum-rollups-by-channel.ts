import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { Failure } from '@/domain/errors'
import { sumsOf, withAnonymous } from '../anonymity/anonymous-cells'
import { pool } from '../connection'
import { type RollupFilter, rollupParameters, rollupWhere, type SummedRow, sumColumns } from './rollup-filter'
import { sumBy } from './sum-by'

type ChannelRow = SummedRow & { channel: string }

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
  withAnonymous<ChannelRow>({
    filter,
    byChannel: true,
    read: readChannels,
    toRow: (cell) => ({ ...sumsOf(cell), metric: cell.metric, channel: cell.channel ?? '' }),
    keyOf: ({ metric, channel }) => `${metric} ${channel}`,
  })
