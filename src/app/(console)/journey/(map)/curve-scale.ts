import { type ValueScale, valueScale } from '@/components/charts/trend-data'
import type { DrawnMeasure, JourneyStage } from '@/pipeline/analyze/get-journey-map'

/** The curve's axis: all its values and the other side's, and intervals but the widest, within what the metric can be. */
export const scaleOfCurve = (stages: readonly JourneyStage[], { limits }: DrawnMeasure): ValueScale =>
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
    limits && [limits.from, limits.to],
  )
