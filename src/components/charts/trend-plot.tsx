'use client'

import { useElementSize } from '@mantine/hooks'
import { useRouter } from 'next/navigation'
import { useLocale } from 'next-intl'
import { Area, ComposedChart, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { MetricKind } from '@/domain/score/score'
import { formatMetric } from '../format/format-metric'
import { AxisTick } from './axis-tick'
import classes from './trend-chart.module.css'
import type { PlotPoint, ValueScale } from './trend-data'
import { TrendTooltip } from './trend-tooltip'

/** What a date under the axis takes, in either language. */
const labelPixels = 68

export type TrendPlotProps = { kind: MetricKind; points: readonly PlotPoint[]; scale: ValueScale; target: number | null }

/** The drawing itself: the interval as a soft band, the period before dashed, the zero or target line faint. */
const TrendPlot = ({ kind, points, scale, target }: TrendPlotProps) => {
  const locale = useLocale()
  const router = useRouter()
  const { ref, width } = useElementSize()
  // A finger's touch shows what stands there; its way to the answers is the table.
  const open = ({ activeLabel }: { activeLabel?: string | number | undefined }, event: { nativeEvent: Event }) => {
    const href = points.find(({ start }) => start === activeLabel)?.href
    if (href && (event.nativeEvent as PointerEvent).pointerType !== 'touch') router.push(href)
  }
  const every = Math.max(1, Math.ceil((points.length * labelPixels) / Math.max(width - 72, labelPixels)))
  const isDotted = points.length <= 14
  return (
    <div ref={ref} className={classes.plot}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={[...points]}
          margin={{ top: 8, right: 28, bottom: 0, left: 0 }}
          accessibilityLayer={false}
          onClick={open}
          style={points.some(({ href }) => href) ? { cursor: 'pointer' } : {}}
        >
          <XAxis
            dataKey="start"
            height={44}
            interval={0}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
            tick={<AxisTick points={points} every={every} />}
          />
          <YAxis
            domain={scale.domain}
            ticks={scale.ticks}
            allowDataOverflow
            width={44}
            tickLine={false}
            axisLine={false}
            tick={{ fill: 'var(--ink-3)', fontSize: 12 }}
            tickFormatter={(value: number) => formatMetric(kind, value, locale)}
          />
          {scale.domain[0] < 0 && scale.domain[1] > 0 && <ReferenceLine y={0} stroke="var(--line)" />}
          {target !== null && <ReferenceLine y={target} stroke="var(--ink-3)" strokeDasharray="2 4" />}
          <Area
            dataKey="band"
            stroke="none"
            fill="var(--accent)"
            fillOpacity={0.12}
            isAnimationActive={false}
            activeDot={false}
          />
          <Line
            dataKey="before"
            stroke="var(--ink-3)"
            strokeWidth={1.25}
            strokeDasharray="4 4"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          <Line
            dataKey="value"
            stroke="var(--accent)"
            strokeWidth={2}
            dot={isDotted ? { r: 2.5, fill: 'var(--accent)', strokeWidth: 0 } : false}
            activeDot={{ r: 4, stroke: 'var(--surface)', strokeWidth: 2 }}
            isAnimationActive={false}
          />
          <Tooltip content={<TrendTooltip kind={kind} />} cursor={{ stroke: 'var(--line-strong)' }} isAnimationActive={false} />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  )
}

export default TrendPlot
