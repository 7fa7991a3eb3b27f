import { metricsOf, scoreOf, type TouchpointScore } from '@/domain/analysis/touchpoint-score'
import { type Failure, isFailure } from '@/domain/errors'
import { sumsOfRows } from '@/domain/metric/number-of'
import { measuresOfAll, readingsOf } from '@/domain/metric/reading'
import { readDefinitions } from '@/store/metric/read-definitions'
import type { MeasureFilter } from '@/store/reports/measure-places'
import { sumMeasures } from '@/store/reports/sum-measures'
import { listTouchpointsWithStage, type PlacedTouchpoint } from '@/store/touchpoint/list-touchpoints-with-stage'

export type ScoredTouchpoint = PlacedTouchpoint & TouchpointScore

/** Every touchpoint with its score in a period: on the metric of its standard, else on the headline metric with the most answers; `too_slow` as `getHeadlines`. */
export const scoreTouchpoints = async (filter: MeasureFilter): Promise<ScoredTouchpoint[] | Failure> => {
  const touchpoints = await listTouchpointsWithStage(filter.organizationId)
  const readings = readingsOf(await readDefinitions(filter.organizationId), metricsOf(touchpoints))
  const rows = await sumMeasures(measuresOfAll(readings), filter, 'touchpoint')
  if (isFailure(rows)) return rows
  return touchpoints.map((touchpoint) => {
    const own = rows.filter(({ touchpointId }) => touchpointId === touchpoint.id)
    return { ...touchpoint, ...scoreOf(touchpoint, readings, sumsOfRows(own)) }
  })
}
