import type { inferParserType } from 'nuqs/server'
import type { Lens } from '@/domain/analysis/lens'
import { otherSideOf, type Sides } from '@/domain/analysis/map-sides'
import type { Narrowing } from '@/domain/analysis/narrowing'
import { type Period, resolveComparison, resolvePeriod } from '@/domain/analysis/period'
import { readCondition } from '@/domain/condition/read-condition'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { readNarrowing } from '../../_filters/read-narrowing'
import type { mapParsers } from '../../_filters/search-params'

export type MapAddress = inferParserType<typeof mapParsers>

/** What an address asks of the map. `failure`: it has a condition that can't be read, so nothing is shown. */
export type MapAsked = Sides & {
  period: Period
  comparedWith: Period
  narrowing: Narrowing
  lens: Lens
  pick: string | null
  failure: Failure | null
}

export const readMapView = (view: MapAddress, today: string): MapAsked => {
  const period = resolvePeriod(view, today)
  const comparedWith = resolveComparison(view, period)
  const read = readNarrowing(view)
  const other = view.besideWhere ? readCondition(view.besideWhere) : null
  const narrowing = isFailure(read) ? {} : read.narrowing
  const failure = isFailure(read) ? read : other && 'errors' in other ? fail('invalid', undefined, other.errors) : null
  const besideWhere = other && 'value' in other ? other.value : undefined
  const sides = otherSideOf({ narrowing, period, comparedWith, beside: view.beside, besideWhere })
  return { ...sides, period, comparedWith, narrowing, lens: view.lens, pick: view.pick, failure }
}
