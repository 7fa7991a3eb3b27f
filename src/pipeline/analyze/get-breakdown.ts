import type { Period } from '@/domain/analysis/period'
import type { Summary } from '@/domain/analysis/summarize'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { type MeasuredSums, summaryOf, sumsOfRows } from '@/domain/metric/number-of'
import { measuresOf, type Reading, readingOf } from '@/domain/metric/reading'
import { readDefinitions } from '@/store/metric/read-definitions'
import type { MeasureFilter } from '@/store/reports/measure-places'
import { sumMeasures } from '@/store/reports/sum-measures'
import { listTouchpointsWithStage } from '@/store/touchpoint/list-touchpoints-with-stage'

/** `key`: a touchpoint's or a channel's ('' is none); null for all answers together. */
export type BreakdownGroup = { key: string | null; summary: Summary }

type Asked = Omit<MeasureFilter, 'from' | 'to'> & { metric: string; period: Period; by?: 'touchpoint' | 'channel' | undefined }

type GroupedRow = MeasuredSums & { key: string }

const readRows = async (reading: Reading, { by, period, metric: _, ...filter }: Asked): Promise<GroupedRow[] | Failure> => {
  const [measures, asked] = [measuresOf(reading), { ...filter, ...period }]
  if (by === 'channel') {
    const rows = await sumMeasures(measures, asked, by)
    return isFailure(rows) ? rows : rows.map((row) => ({ ...row, key: row.channel }))
  }
  const [rows, touchpoints] = await Promise.all([
    sumMeasures(measures, asked, 'touchpoint'),
    listTouchpointsWithStage(filter.organizationId),
  ])
  if (isFailure(rows)) return rows
  const keys = new Map(touchpoints.map(({ id, key }) => [id, key]))
  return rows.flatMap((row) => {
    const key = keys.get(row.touchpointId)
    return key === undefined ? [] : [{ ...row, key }]
  })
}

/**
 * A metric by touchpoint or channel, or of all answers that fit, in the order of keys. `not_found` where nothing of that key is
 * defined, `too_slow` as `getHeadlines`.
 */
export const getBreakdown = async (asked: Asked): Promise<BreakdownGroup[] | Failure> => {
  const { organizationId, metric, by, period, ...filter } = asked
  const reading = readingOf(await readDefinitions(organizationId), metric)
  if (!reading) return fail('not_found', `There is no metric "${metric}".`)
  if (!by) {
    const rows = await sumMeasures(measuresOf(reading), { organizationId, ...filter, ...period }, 'day')
    return isFailure(rows) ? rows : [{ key: null, summary: summaryOf(reading, sumsOfRows(rows)) }]
  }
  const rows = await readRows(reading, asked)
  if (isFailure(rows)) return rows
  const keys = [...new Set(rows.map(({ key }) => key))].sort()
  return keys.map((key) => ({ key, summary: summaryOf(reading, sumsOfRows(rows.filter((row) => row.key === key))) }))
}
