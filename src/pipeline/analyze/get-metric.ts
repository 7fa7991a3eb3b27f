import type { Period } from '@/domain/analysis/period'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { findDefined, type MetricDefinition, withDraft } from '@/domain/metric/definition'
import { type MetricView, viewOf } from '@/domain/metric/metric-view'
import { measuresOf, readingOf } from '@/domain/metric/reading'
import { readDefinitions } from '@/store/metric/read-definitions'
import type { MeasureFilter } from '@/store/reports/measure-places'
import { sumMeasures } from '@/store/reports/sum-measures'

export type MetricQuestion = Omit<MeasureFilter, 'from' | 'to'> & {
  key: string
  period: Period
  comparedWith: Period
  /** by the definitions of that moment */
  asOf?: Date | undefined
  /** as if it were defined so */
  draft?: MetricDefinition | undefined
}

/** One metric in a period beside another; `not_found` where nothing of that key is (or was) defined, `too_slow` as `getHeadlines`. */
export const getMetric = async (asked: MetricQuestion): Promise<MetricView | Failure> => {
  const { key, period, comparedWith, asOf, draft, ...filter } = asked
  const kept = await readDefinitions(asked.organizationId, asOf)
  const definitions = draft ? withDraft(kept, key, draft) : kept
  const [defined, reading] = [findDefined(definitions, key), readingOf(definitions, key)]
  if (!defined || !reading) return fail('not_found', `There is no metric "${key}".`)
  const read = (span: Period) => sumMeasures(measuresOf(reading), { ...filter, ...span }, 'day')
  const [rows, rowsBefore] = await Promise.all([read(period), read(comparedWith)])
  if (isFailure(rows)) return rows
  if (isFailure(rowsBefore)) return rowsBefore
  return viewOf(defined, reading, { period, rows, comparedWith, rowsBefore })
}
