import type { PlotPoint } from './trend-data'

type AxisTickProps = { points: readonly PlotPoint[]; every: number; x?: number; y?: number; index?: number }

/** A date with its n beneath; only every so many, so that they never touch. */
export const AxisTick = ({ points, every, x = 0, y = 0, index = 0 }: AxisTickProps) => {
  const point = points[index]
  if (!point || (points.length - 1 - index) % every !== 0) return null
  return (
    <text x={x} y={y} textAnchor="middle" fontSize={12}>
      <tspan x={x} dy={12} fill="var(--ink-2)">
        {point.label}
      </tspan>
      <tspan x={x} dy={16} fill="var(--ink-3)" fontSize={11}>
        {point.hidden === null ? point.n : '–'}
      </tspan>
    </text>
  )
}
