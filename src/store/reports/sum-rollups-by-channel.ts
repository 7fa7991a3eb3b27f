import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { Failure } from '@/domain/errors'
import type { RollupFilter } from './rollup-filter'
import { type ByRow, sumBy } from './sum-by'
import { sumPlaces } from './sum-places'
import { withAnonymousBy } from './with-anonymous-by'

type ChannelRow = ByRow<'channel'>

const readChannels = (filter: RollupFilter): Promise<ChannelRow[] | Failure> =>
  isKeptInRollups(filter) ? sumPlaces(filter, 'channel') : sumBy(filter, 'channel')

/** One row a metric and channel that has answers, '' for answers without one; from single responses where rollups can't tell. Anonymous ones as far as they may be told. */
export const sumRollupsByChannel = (filter: RollupFilter): Promise<ChannelRow[] | Failure> =>
  withAnonymousBy('channel', filter, readChannels)
