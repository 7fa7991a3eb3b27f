import type { MetricKind } from '@/domain/score/score'
import { formatMetric } from '../format/format-metric'
import { linePaths } from './spark-path'
import { type SheetHead, sheetMargin, svgSheet } from './svg-sheet'
import { inks, text } from './svg-text'
import type { PlotPoint, ValueScale } from './trend-data'
import { textWidth } from './wrap-text'

export type TrendDrawing = SheetHead & {
  kind: MetricKind
  points: readonly PlotPoint[]
  scale: ValueScale
  target: number | null
  /** what the lines are called */
  words: { value: string; interval: string; before: string }
}

const width = 960
const plotHeight = 320
const axis = 52

const legend = ({ words }: TrendDrawing, y: number): string => {
  let x = sheetMargin
  const marks = [
    [words.value, `stroke="${inks.accent}" stroke-width="2"`],
    [words.interval, `stroke="${inks.accent}" stroke-width="9" opacity="0.16"`],
    [words.before, `stroke="${inks.ink3}" stroke-width="1.25" stroke-dasharray="4 4"`],
  ] as const
  return marks
    .map(([name, stroke]) => {
      const drawn = `<path d="M${x} ${y - 4}h18" ${stroke}/>${text(name, { x: x + 26, y, size: 12, fill: inks.ink2 })}`
      x += 50 + textWidth(name) * 12
      return drawn
    })
    .join('')
}

/** A trend with its intervals, n under each date and the other period dashed, as a picture. */
export const trendSvg = (drawing: TrendDrawing): string => {
  const { kind, points, scale, target, locale } = drawing
  const [low, high] = scale.domain
  const [left, across] = [sheetMargin + axis, width - 2 * sheetMargin - axis - 24]
  const x = (at: number) => left + (points.length === 1 ? across / 2 : (at / (points.length - 1)) * across)
  const every = Math.max(1, Math.ceil((points.length * 72) / across))
  return svgSheet(drawing, width, (top) => {
    const plotTop = top + 34
    const y = (value: number) => plotTop + (1 - (Math.min(high, Math.max(low, value)) - low) / (high - low)) * plotHeight
    const at = (index: number, value: number) => `${x(index).toFixed(1)} ${y(value).toFixed(1)}`
    const now = linePaths(
      points.map(({ value, band }) => ({ value, low: band?.[0] ?? null, high: band?.[1] ?? null })),
      at,
    )
    const before = linePaths(
      points.map((point) => ({ value: point.before, low: null, high: null })),
      at,
    )
    const across0 = (value: number, stroke: string) =>
      `<path d="M${left} ${y(value).toFixed(1)}h${across}" fill="none" ${stroke}/>`
    const ticks = scale.ticks.map((value) =>
      text(formatMetric(kind, value, locale), { x: left - 12, y: y(value) + 4, size: 12, fill: inks.ink3, anchor: 'end' }),
    )
    const dates = points.flatMap((point, index) =>
      (points.length - 1 - index) % every === 0
        ? [
            text(point.label, { x: x(index), y: plotTop + plotHeight + 22, size: 12, fill: inks.ink2, anchor: 'middle' }),
            text(`n ${point.hidden === null ? point.n : '–'}`, {
              x: x(index),
              y: plotTop + plotHeight + 38,
              size: 11,
              fill: inks.ink3,
              anchor: 'middle',
            }),
          ]
        : [],
    )
    const svg = [
      legend(drawing, top + 8),
      across0(low, `stroke="${inks.lineStrong}"`),
      low < 0 && high > 0 ? across0(0, `stroke="${inks.line}"`) : '',
      target === null ? '' : across0(target, `stroke="${inks.ink3}" stroke-dasharray="2 4"`),
      `<path d="${now.band}" fill="${inks.accent}" opacity="0.12"/>`,
      `<path d="${before.line}" fill="none" stroke="${inks.ink3}" stroke-width="1.25" stroke-dasharray="4 4"/>`,
      `<path d="${now.line}" fill="none" stroke="${inks.accent}" stroke-width="2" stroke-linejoin="round" stroke-linecap="round"/>`,
      ...ticks,
      ...dates,
    ]
    return { svg: svg.join(''), bottom: plotTop + plotHeight + 38 + sheetMargin }
  })
}
