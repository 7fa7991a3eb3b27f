import { type SheetHead, sheetMargin, svgSheet } from './svg-sheet'
import { inks, text } from './svg-text'
import { wrapText } from './wrap-text'

/** One thing on a scale: a value with the span around it or beside it, and what is said of it. */
export type DrawnRange = {
  name: string
  from: number | null
  to: number | null
  at: number | null
  said: string
  tone?: 'accent' | 'positive' | 'negative'
}
export type RangeDrawing = SheetHead & { rows: readonly DrawnRange[]; domain: readonly [number, number] }

const width = 960
const rowHeight = 40
const [nameWidth, saidWidth] = [260, 210]

/** Values beside one another on one scale, each with its span, as a picture. */
export const rangeSvg = ({ rows, domain: [low, high], ...head }: RangeDrawing): string => {
  const [left, across] = [sheetMargin + nameWidth, width - 2 * sheetMargin - nameWidth - saidWidth]
  const x = (value: number) => left + Math.min(1, Math.max(0, (value - low) / (high - low || 1))) * across
  return svgSheet(head, width, (top) => {
    const drawn = rows.flatMap(({ name, from, to, at, said, tone = 'accent' }, index) => {
      const y = top + 20 + index * rowHeight
      const [label = ''] = wrapText(name, (nameWidth - 16) / 14, 1)
      const span = from !== null && to !== null
      return [
        text(label, { x: sheetMargin, y: y + 5, size: 14 }),
        `<path d="M${left} ${y}h${across}" stroke="${inks.line}"/>`,
        span
          ? `<path d="M${x(from).toFixed(1)} ${y}H${x(to).toFixed(1)}" stroke="${inks[tone]}" stroke-width="8" opacity="0.25"/>`
          : '',
        at === null ? '' : `<circle cx="${x(at).toFixed(1)}" cy="${y}" r="5" fill="${inks[tone]}"/>`,
        text(said, { x: width - sheetMargin, y: y + 5, size: 13, fill: inks.ink2, anchor: 'end' }),
      ]
    })
    return { svg: drawn.join(''), bottom: top + 20 + rows.length * rowHeight + sheetMargin }
  })
}
