import { metricLimits } from '@/components/charts/metric-limits'
import { type ValueScale, valueScale } from '@/components/charts/trend-data'
import type { JourneyMeasure } from '@/domain/analysis/journey-measure'
import type { JourneyStage } from '@/pipeline/analyze/get-journey-map'

/** The curve's axis: all its values and the other side's, and intervals but the widest, within what the metric can be. */
export const scaleOfCurve = (stages: readonly JourneyStage[], measure: JourneyMeasure): ValueScale =>
  valueScale(
    stages.map(({ key, curve: { summary, before } }) => ({
      start: key,
      label: key,
      n: summary.n,
      hidden: null,
      value: summary.value,
      band: summary.low === null || summary.high === null ? null : [summary.low, summary.high],
      before: before.value,
      beforeLabel: '',
    })),
    null,
    metricLimits[measure] ?? null,
  )
