import { isKeptInRollups } from '@/domain/analysis/narrowing'
import { type Failure, isFailure } from '@/domain/errors'
import type { Measure } from '@/domain/metric/measure'
import { findUnbinned, isCut, type MeasureFilter, placeMeasures } from './measure-places'
import { type GroupBy, type GroupedSums, metricSums } from './metric-sums'
import { sumAnswers } from './sum-answers'

/** Each measure's sums by day, and by group, from wherever they can be told: daily counts where they can, else single answers. */
export const measureSums = async (
  measures: readonly Measure[],
  asked: MeasureFilter,
  groupBy?: GroupBy,
): Promise<Map<string, GroupedSums[]> | Failure> => {
  const { daily, own } = await placeMeasures(measures, asked)
  const unbinned = isKeptInRollups(asked)
    ? await findUnbinned(
        asked,
        daily.filter(isCut).map(({ source }) => source),
      )
    : new Set()
  const found = new Map<string, GroupedSums[]>()
  for (const measure of measures) {
    const { source, key, surveys, cuts } = measure
    const filter = { ...asked, metrics: [source], surveys, cuts }
    const isUnbinned = isCut(measure) && unbinned.has(source)
    const placed = isUnbinned ? { ...measure, isScored: true } : own.find((one) => one.key === key)
    const rows = await (placed ? sumAnswers(placed, filter, groupBy) : metricSums(filter, groupBy))
    if (isFailure(rows)) return rows
    found.set(key, rows)
  }
  return found
}
