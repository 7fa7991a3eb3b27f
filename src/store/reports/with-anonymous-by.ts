import type { Failure } from '@/domain/errors'
import { type AtomSource, sumsOf, withAnonymous } from '../anonymity/anonymous-cells'
import type { AnonymousRow } from '../anonymity/atoms'
import type { RollupFilter } from './rollup-filter'
import type { By, ByRow, Place } from './sum-by'

type Told = Exclude<By, 'value'>

const spot = ({ touchpointId, day, since, threshold }: AnonymousRow) => ({ touchpointId, day, since, threshold })

const placeOf: Record<Told, (cell: AnonymousRow) => Partial<Place>> = {
  day: ({ day, since, threshold }) => ({ day, since, threshold }),
  touchpoint: ({ touchpointId }) => ({ touchpointId }),
  channel: ({ channel }) => ({ channel: channel ?? '' }),
  survey: ({ surveyId, kind }) => ({ surveyId, kind }),
  touchpointDay: spot,
  touchpointWeek: spot,
  touchpointMonth: spot,
}

const keyOf = ({ metric, day = '', since = day, touchpointId, channel, surveyId }: Partial<Place> & { metric: string }): string =>
  [day, since, metric, touchpointId ?? '', surveyId ?? '', channel ?? ''].join('\u0000')

/**
 * Sums by a key as `read` reads them, with those of anonymous surveys among them as far as they may be told; in the order of days
 * where they have any. A cell stands on its own days, whatever bucket it falls in.
 */
export const withAnonymousBy = <B extends Told>(
  by: B,
  filter: RollupFilter,
  read: (filter: RollupFilter) => Promise<ByRow<B>[] | Failure>,
  atoms?: AtomSource,
): Promise<ByRow<B>[] | Failure> =>
  withAnonymous<ByRow<B>>({
    filter,
    byChannel: by === 'channel',
    read,
    toRow: (cell) => {
      const bins = filter.hasBins ? { bins: cell.counts } : {}
      return { ...sumsOf(cell), metric: cell.metric, ...bins, ...placeOf[by](cell) } as unknown as ByRow<B>
    },
    keyOf,
    atoms,
  })
