import { addDays } from '@/domain/analysis/calendar'
import { isKeptInRollups } from '@/domain/analysis/narrowing'
import { type Failure, isFailure } from '@/domain/errors'
import { type Definitions, ownOnScreen } from '@/domain/metric/definition'
import { type MetricView, viewOf } from '@/domain/metric/metric-view'
import { measuresOfAll, type Readings, readingsOf } from '@/domain/metric/reading'
import { readDefinitions } from '@/store/metric/read-definitions'
import { withoutOwnLook } from '@/store/reports/measure-places'
import { sumMeasures } from '@/store/reports/sum-measures'
import type { MetricQuestion } from './get-metric'

const lookDays = 3

type Asked = Omit<MetricQuestion, 'key' | 'draft' | 'asOf'>

/** `late`: those whose answers took too long to look at one by one. */
export type OwnMetrics = { views: MetricView[]; late: string[] }

const readViews = async (
  definitions: Definitions,
  readings: Readings,
  { period, comparedWith, ...filter }: Asked,
): Promise<MetricView[] | Failure> => {
  const measures = measuresOfAll(readings)
  const [rows, rowsBefore] = await Promise.all([
    sumMeasures(measures, { ...filter, ...period }, 'day'),
    sumMeasures(measures, { ...filter, ...comparedWith }, 'day'),
  ])
  if (isFailure(rows)) return rows
  if (isFailure(rowsBefore)) return rowsBefore
  return [...readings].flatMap(([key, reading]) => {
    const defined = definitions.own[key]
    return defined ? [viewOf(defined, reading, { period, rows, comparedWith, rowsBefore })] : []
  })
}

/**
 * The organization's own metrics in a period beside another, before they are judged with the rest of their screen. What is counted
 * answer by answer is looked at once for all of them; where that takes too long, the others are told all the same.
 */
export const getOwnMetrics = async (asked: Asked): Promise<OwnMetrics | Failure> => {
  const definitions = await readDefinitions(asked.organizationId)
  const readings = readingsOf(definitions, ownOnScreen(definitions))
  const views = await readViews(definitions, readings, asked)
  if (!isFailure(views)) return { views, late: [] }
  const { period, comparedWith: _, ...filter } = asked
  const quick = await withoutOwnLook(readings, { ...filter, ...period })
  const found = quick.size < readings.size ? await readViews(definitions, quick, asked) : views
  return isFailure(found) ? found : { views: found, late: [...readings.keys()].filter((key) => !quick.has(key)) }
}

/** Whether some are counted answer by answer although the rest of the screen stands in daily counts, so that it had better not wait for them. */
export const hasSlowMetrics = async ({ period, comparedWith: _, ...filter }: Asked): Promise<boolean> => {
  const definitions = await readDefinitions(filter.organizationId)
  const readings = readingsOf(definitions, Object.keys(definitions.own))
  if (!isKeptInRollups(filter) || readings.size === 0) return false
  // The last days tell what is answered; where they don't, the screen only waits.
  const lately = { from: addDays(period.to, -lookDays), to: period.to }
  return (await withoutOwnLook(readings, { ...filter, ...lately })).size < readings.size
}
