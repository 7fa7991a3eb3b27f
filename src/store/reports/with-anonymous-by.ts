import type { Cell } from '@/domain/analysis/anonymity'
import type { Day } from '@/domain/analysis/calendar'
import type { Failure } from '@/domain/errors'
import { type AtomSource, sumsOf, withAnonymous } from '../anonymity/anonymous-cells'
import type { CutStream } from '../anonymity/atoms'
import type { RollupFilter } from './rollup-filter'
import type { By, ByRow, Place } from './sum-by'

type Told = Exclude<By, 'value'>

type PlaceOf = (cell: Cell, stream: CutStream) => Partial<Place>
const spot: PlaceOf = ({ day, since }, { touchpointId, threshold }) => ({ touchpointId, day, since, threshold })

const placeOf: Record<Told, PlaceOf> = {
  day: ({ day, since }, { threshold }) => ({ day, since, threshold }),
  touchpoint: (_, { touchpointId }) => ({ touchpointId }),
  channel: ({ channel }) => ({ channel: channel ?? '' }),
  survey: (_, { surveyId, kind }) => ({ surveyId, kind }),
  touchpointDay: spot,
  touchpointWeek: spot,
  touchpointMonth: spot,
}

type At = { day?: Day; since?: Day | undefined; channel?: string | null }
type Of = { metric: string; touchpointId?: string; surveyId?: string }
type KeyOf = (cell: At, stream: Of) => string
const spotKey: KeyOf = ({ day, since = day }, { metric, touchpointId }) => `${day} ${since} ${metric} ${touchpointId}`

/** A row is a cell and its stream in one. */
const keyOf: Record<Told, KeyOf> = {
  day: ({ day, since = day }, { metric }) => `${day} ${since} ${metric}`,
  touchpoint: (_, { metric, touchpointId }) => `${metric} ${touchpointId}`,
  channel: ({ channel }, { metric }) => `${metric} ${channel ?? ''}`,
  survey: (_, { metric, surveyId }) => `${metric} ${surveyId}`,
  touchpointDay: spotKey,
  touchpointWeek: spotKey,
  touchpointMonth: spotKey,
}

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
    toRow: (cell, stream) => {
      const bins = filter.hasBins ? { bins: cell.counts } : {}
      return { ...sumsOf(cell), metric: stream.metric, ...bins, ...placeOf[by](cell, stream) } as unknown as ByRow<B>
    },
    keyOf: (row) => keyOf[by](row as At, row),
    keyOfCell: keyOf[by],
    atoms,
  })
