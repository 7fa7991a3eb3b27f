import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { Failure } from '@/domain/errors'
import type { RollupFilter } from './rollup-filter'
import { type ByRow, sumBy } from './sum-by'
import { sumPlaces } from './sum-places'
import { withAnonymousBy } from './with-anonymous-by'

type TouchpointRow = ByRow<'touchpoint'>

const readTouchpoints = (filter: RollupFilter): Promise<TouchpointRow[] | Failure> =>
  isKeptInRollups(filter) ? sumPlaces(filter, 'touchpoint') : sumBy(filter, 'touchpoint')

/** One row a metric and touchpoint that has answers; from single responses where rollups can't tell. Anonymous ones as far as they may be told. */
export const sumRollupsByTouchpoint = (filter: RollupFilter): Promise<TouchpointRow[] | Failure> =>
  withAnonymousBy('touchpoint', filter, readTouchpoints)
