import { type Bar, distributionOf } from '@/domain/analysis/distribution'
import type { Period } from '@/domain/analysis/period'
import { type Failure, isFailure } from '@/domain/errors'
import { type HeadlineMetric, headlineMetrics } from '@/domain/score/metric-kind'
import { readDefinitions } from '@/store/metric/read-definitions'
import type { RollupFilter } from '@/store/reports/rollup-filter'
import { type HistogramRow, sumHistograms } from '@/store/reports/sum-histograms'

/** Bars stand in the boxes of the definition that `version` names. `hidden`: see `Sums`. */
export type Distribution = { metric: HeadlineMetric; version: number; n: number; bars: Bar[]; hidden?: number | undefined }

type Asked = Omit<RollupFilter, 'metrics' | 'from' | 'to' | 'cuts'> & { period: Period }

const countsOf = (rows: readonly HistogramRow[], metric: HeadlineMetric): readonly number[] =>
  rows.find((row) => row.metric === metric)?.counts ?? []

/** How the answers to the headline metrics spread over their scales; `too_slow` as `getHeadlines`. */
export const getDistributions = async ({ period, ...filter }: Asked): Promise<Distribution[] | Failure> => {
  const { standard } = await readDefinitions(filter.organizationId)
  const rows = await sumHistograms({ ...filter, ...period, metrics: headlineMetrics, cuts: {} })
  if (isFailure(rows)) return rows
  return headlineMetrics.map((metric) => {
    const { version, definition } = standard[metric]
    const hidden = rows.find((row) => row.metric === metric)?.hidden
    return { metric, version, ...distributionOf(metric, countsOf(rows, metric), definition), hidden }
  })
}
