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
  /** anonymous answers of this bucket are too few to be told: under so many */
  hidden: number | null
  /** its answers; null where there are none, or nothing lists them */
  href: string | null
}

type Series = { points: readonly TrendPoint[]; previousPoints: readonly TrendPoint[] }

export const plotPoints = (
  { points, previousPoints }: Series,
  labelOf: (start: string) => string,
  hrefOf: (start: string) => string | null = () => null,
): PlotPoint[] =>
  points.map(({ start, n, value, low, high, hidden = null }, index) => {
    const before = previousPoints[index]
    return {
      start,
      label: labelOf(start),
      n,
      value,
      band: low === null || high === null ? null : [low, high],
      before: before?.value ?? null,
      beforeLabel: before ? labelOf(before.start) : '',
      hidden: n > 0 ? null : hidden,
      href: n > 0 ? hrefOf(start) : null,
    }
  })

export type ValueScale = { domain: [number, number]; ticks: number[] }

/** Steps that read well: 1, 2 or 5 times a power of ten, about four of them over a span. */
const readableStep = (span: number): number => {
  const rough = span / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5].find((one) => one * power >= rough) ?? 10
  return factor * power
}

const scaleOf = (least: number, most: number, limits: [number, number] | null): ValueScale => {
  const step = readableStep(most - least || Math.abs(most) || 1)
  const [floor, ceiling] = [limits?.[0] ?? Number.NEGATIVE_INFINITY, limits?.[1] ?? Number.POSITIVE_INFINITY]
  const bottom = Math.max(floor, Math.floor(least / step) * step)
  const high = Math.min(ceiling, Math.ceil(most / step) * step)
  // A single value on a step would be an axis without any length.
  const low = bottom < high ? bottom : Math.max(floor, bottom - step)
  const first = Math.ceil(low / step - 1e-9)
  const top = low < high ? high : Math.min(ceiling, high + step)
  const count = Math.floor(top / step + 1e-9) - first + 1
  return { domain: [low, top], ticks: Array.from({ length: count }, (_, index) => (first + index) * step) }
}

type Drawn = Pick<PlotPoint, 'value' | 'band' | 'before'>

/**
 * The axis of values: all estimates, and their intervals except the widest tenth, so that one bucket with three answers
 * doesn't flatten the rest; within what the metric can be at all.
 */
export const valueScale = (points: readonly Drawn[], target: number | null, limits: [number, number] | null): ValueScale => {
  const widths = points.flatMap(({ band }) => (band ? [band[1] - band[0]] : [])).sort((a, b) => a - b)
  const widest = widths[Math.floor((widths.length - 1) * 0.9)] ?? 0
  const seen = points.flatMap(({ value, band, before }) => [
    ...(value === null ? [] : [value]),
    ...(before === null ? [] : [before]),
    ...(band && band[1] - band[0] <= widest ? band : []),
  ])
  if (target !== null) seen.push(target)
  if (seen.length === 0) return scaleOf(limits?.[0] ?? 0, limits?.[1] ?? 1, limits)
  return scaleOf(Math.min(...seen), Math.max(...seen), limits)
}
