import type { TrendPoint } from '@/domain/analysis/trend'

/** One place on the chart's axis: a bucket with its band, and what the period before had in the same place. */
export type PlotPoint = {
  start: string
  label: string
  n: number
  value: number | null
  band: [number, number] | null
  before: number | null
  beforeLabel: string
}

type Series = { points: readonly TrendPoint[]; previousPoints: readonly TrendPoint[] }

export const plotPoints = ({ points, previousPoints }: Series, labelOf: (start: string) => string): PlotPoint[] =>
  points.map(({ start, n, value, low, high }, index) => {
    const before = previousPoints[index]
    return {
      start,
      label: labelOf(start),
      n,
      value,
      band: low === null || high === null ? null : [low, high],
      before: before?.value ?? null,
      beforeLabel: before ? labelOf(before.start) : '',
    }
  })

/**
 * The axis of values: all estimates, and their intervals except the widest tenth, so that one bucket with three answers
 * doesn't flatten the rest; within what the metric can be at all.
 */
export const valueDomain = (
  points: readonly PlotPoint[],
  target: number | null,
  limits: [number, number] | null,
): [number, number] => {
  const widths = points.flatMap(({ band }) => (band ? [band[1] - band[0]] : [])).sort((a, b) => a - b)
  const widest = widths[Math.floor((widths.length - 1) * 0.9)] ?? 0
  const seen = points.flatMap(({ value, band, before }) => [
    ...(value === null ? [] : [value]),
    ...(before === null ? [] : [before]),
    ...(band && band[1] - band[0] <= widest ? band : []),
  ])
  if (target !== null) seen.push(target)
  if (seen.length === 0) return limits ?? [0, 1]
  const [least, most] = [Math.min(...seen), Math.max(...seen)]
  const pad = (most - least || Math.abs(most) || 1) * 0.12
  return [
    Math.max(limits?.[0] ?? Number.NEGATIVE_INFINITY, least - pad),
    Math.min(limits?.[1] ?? Number.POSITIVE_INFINITY, most + pad),
  ]
}
