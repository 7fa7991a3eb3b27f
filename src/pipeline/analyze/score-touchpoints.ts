import { metricsOf, pickSums, scoreOf, type TouchpointScore } from '@/domain/analysis/touchpoint-score'
import { type Failure, isFailure } from '@/domain/errors'
import { cutsOf, leastsOf } from '@/domain/metric/cut'
import { readDefinitions } from '@/store/metric/read-definitions'
import type { RollupFilter } from '@/store/reports/rollup-filter'
import { sumRollupsByTouchpoint } from '@/store/reports/sum-rollups-by-touchpoint'
import { listTouchpointsWithStage, type PlacedTouchpoint } from '@/store/touchpoint/list-touchpoints-with-stage'

export type ScoredTouchpoint = PlacedTouchpoint & TouchpointScore

/** Every touchpoint with its score in a period: on the metric of its standard, else on the headline metric with the most answers; `too_slow` as `getHeadlines`. */
export const scoreTouchpoints = async (filter: Omit<RollupFilter, 'metrics' | 'cuts'>): Promise<ScoredTouchpoint[] | Failure> => {
  const touchpoints = await listTouchpointsWithStage(filter.organizationId)
  const definitions = await readDefinitions(filter.organizationId)
  const [cuts, leasts] = [cutsOf(definitions), leastsOf(definitions)]
  const rows = await sumRollupsByTouchpoint({ ...filter, metrics: metricsOf(touchpoints), cuts })
  if (isFailure(rows)) return rows
  return touchpoints.map((touchpoint) => {
    const own = rows.filter(({ touchpointId }) => touchpointId === touchpoint.id)
    return { ...touchpoint, ...scoreOf(touchpoint, pickSums(touchpoint, own), leasts) }
  })
}
