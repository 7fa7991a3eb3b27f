import type { AboutOf } from '@/domain/alert/about'
import type { Finding, Found } from '@/domain/alert/finding'
import { addDays } from '@/domain/analysis/calendar'
import { findShift } from '@/domain/analysis/find-shift'
import { localDay } from '@/domain/analysis/local-day'
import { addSums, noSums, type Sums, summarize } from '@/domain/analysis/summarize'
import { metricsOf, pickSums, scoreOf } from '@/domain/analysis/touchpoint-score'
import { isFailure } from '@/domain/errors'
import { type Cuts, cutsOf, type Leasts, leastsOf } from '@/domain/metric/cut'
import { kindOfMetric } from '@/domain/score/metric-kind'
import { readDefinitions } from '@/store/metric/read-definitions'
import { getOrganizationDetail } from '@/store/organization/get-organization-detail'
import { sumRollupsByDay } from '@/store/reports/sum-rollups-by-day'
import { sumRollupsByTouchpoint } from '@/store/reports/sum-rollups-by-touchpoint'
import type { WatchedRule } from '@/store/rule/claim-watched'
import { listTouchpointsWithStage, type PlacedTouchpoint } from '@/store/touchpoint/list-touchpoints-with-stage'

type Series = { organizationId: string; touchpoints: PlacedTouchpoint[]; today: string; cuts: Cuts; leasts: Leasts }

const read = async ({ organizationId, touchpoints }: WatchedRule, now: Date): Promise<Series> => {
  const [{ timeZone }, placed, definitions] = await Promise.all([
    getOrganizationDetail(organizationId),
    listTouchpointsWithStage(organizationId),
    readDefinitions(organizationId),
  ])
  return {
    organizationId,
    touchpoints: placed.filter(({ key }) => touchpoints === 'all' || touchpoints.includes(key)),
    today: localDay(now, timeZone),
    ...{ cuts: cutsOf(definitions), leasts: leastsOf(definitions) },
  }
}

/** Sums of the last days at each touchpoint. */
const sumDays = async ({ organizationId, touchpoints, today, cuts }: Series, days: number) => {
  const filter = { organizationId, metrics: metricsOf(touchpoints), from: addDays(today, 1 - days), to: today, cuts }
  const rows = await sumRollupsByTouchpoint(filter)
  if (isFailure(rows)) throw new Error('rollups of whole touchpoints are read without a limit of time')
  return rows
}

/** A shift is looked for among the last two weeks, against the four before. */
const watchedDays = 14
const baselineDays = 28

const measure = (metric: string, rows: readonly Sums[]) => {
  const kind = kindOfMetric(metric)
  const { n, value, low, high } = summarize(kind, rows.reduce<Sums>(addSums, noSums))
  return value === null ? undefined : { metric, metricKind: kind, n, value, low, high }
}

const shiftAt = async (
  series: Series,
  { key }: PlacedTouchpoint,
  metric: string,
  about: AboutOf<'shift'>,
): Promise<Finding | undefined> => {
  const { organizationId, today, cuts } = series
  const from = addDays(today, 1 - watchedDays)
  const rows = await sumRollupsByDay({
    ...{ organizationId, cuts, touchpoint: key, metrics: [metric] },
    ...{ from: addDays(from, -baselineDays), to: today },
  })
  if (isFailure(rows)) throw new Error('rollups of a touchpoint are read without a limit of time')
  const [before, now] = [rows.filter(({ day }) => day < from), rows.filter(({ day }) => day >= from)]
  const shift = findShift(kindOfMetric(metric), before, now)
  if (!shift || (about.direction === 'worse' && shift.direction === 'rise')) return undefined
  const since = measure(
    metric,
    now.filter(({ day }) => day >= shift.since),
  )
  const formerly = measure(metric, before)
  if (!since || !formerly || now.reduce((sum, { n }) => sum + n, 0) < about.least) return undefined
  return { kind: 'shift', ...shift, before: { n: formerly.n, value: formerly.value }, ...since }
}

/** Touchpoints whose metric has stood elsewhere for some days, by the shift detection that the Overview tells by. */
export const findShifts = async (rule: WatchedRule, about: AboutOf<'shift'>, now: Date): Promise<Found[]> => {
  const series = await read(rule, now)
  const rows = await sumDays(series, watchedDays)
  const found: Found[] = []
  for (const touchpoint of series.touchpoints) {
    const own = rows.filter(({ touchpointId }) => touchpointId === touchpoint.id)
    const metric = about.metric ?? pickSums(touchpoint, own)?.metric
    const finding = metric === undefined ? undefined : await shiftAt(series, touchpoint, metric, about)
    if (finding) found.push({ base: `shift:${touchpoint.id}:${metric}`, finding, touchpointId: touchpoint.id, customerId: null })
  }
  return found
}

/** Touchpoints whose standard isn't met over the last days, by more than chance. */
export const findMissedStandards = async (
  rule: WatchedRule,
  { days, least }: AboutOf<'standard_missed'>,
  now: Date,
): Promise<Found[]> => {
  const series = await read(rule, now)
  const rows = await sumDays(series, days)
  return series.touchpoints.flatMap((touchpoint): Found[] => {
    const own = rows.filter(({ touchpointId }) => touchpointId === touchpoint.id)
    const { score, standing } = scoreOf(touchpoint, pickSums(touchpoint, own), series.leasts)
    if (!score || !standing || standing.isMet || !standing.isCertain || score.summary.n < least) return []
    const { n, value, low, high } = score.summary
    if (value === null) return []
    const finding: Finding = {
      ...{ kind: 'standard_missed', from: addDays(series.today, 1 - days), target: standing.target },
      ...{ metric: score.metric, metricKind: score.kind, n, value, low, high },
    }
    return [{ base: `standard:${touchpoint.id}`, finding, touchpointId: touchpoint.id, customerId: null }]
  })
}
