import type { Bar } from '@/domain/analysis/distribution'
import { type SheetHead, sheetMargin, svgSheet } from './svg-sheet'
import { inks, text } from './svg-text'

/** `boxes`: the three boxes with their shares, in words. */
export type BarDrawing = SheetHead & { bars: readonly Bar[]; boxes: readonly { box: Bar['box']; said: string }[] }

const width = 960
const plotHeight = 300
const fills = { low: inks.negative, middle: inks.neutral, high: inks.positive } as const
const shapes = { low: '▼', middle: '●', high: '▲' } as const

/** How answers spread over their scale, a bar each with its count, as a picture. */
export const barSvg = ({ bars, boxes, ...head }: BarDrawing): string => {
  const across = width - 2 * sheetMargin
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const step = across / Math.max(1, bars.length)
  const numbers = new Intl.NumberFormat(head.locale)
  return svgSheet(head, width, (top) => {
    const foot = top + 50 + plotHeight
    const key = boxes.flatMap(({ box, said }, at) => {
      const x = sheetMargin + (at * across) / 3
      return [
        text(shapes[box], { x, y: top + 8, size: 12, fill: fills[box] }),
        text(said, { x: x + 18, y: top + 8, size: 13, fill: inks.ink2 }),
      ]
    })
    const drawn = bars.flatMap(({ value, count, box }, at) => {
      const [x, height] = [sheetMargin + at * step, (count / most) * plotHeight]
      const middle = x + step / 2
      return [
        `<rect x="${(x + step * 0.1).toFixed(1)}" y="${(foot - height).toFixed(1)}" width="${(step * 0.8).toFixed(1)}" height="${height.toFixed(1)}" rx="3" fill="${fills[box]}"/>`,
        text(numbers.format(count), { x: middle, y: foot - height - 8, size: 13, fill: inks.ink2, anchor: 'middle' }),
        text(String(value), { x: middle, y: foot + 22, size: 14, fill: inks.ink2, anchor: 'middle' }),
      ]
    })
    const line = `<path d="M${sheetMargin} ${foot}h${across}" stroke="${inks.lineStrong}"/>`
    return { svg: [...key, ...drawn, line].join(''), bottom: foot + 28 + sheetMargin }
  })
}
