import { escapeHtml } from '../format/escape-html'
import { fontStack, inks, text } from './svg-text'
import { wrapText } from './wrap-text'

/** What stands above a drawing that leaves the product: what it shows, of when and of whom, and how it is counted. */
export type SheetHead = { title: string; lines: readonly string[]; locale: string }
type Drawn = { svg: string; bottom: number }

export const sheetMargin = 32
const lineHeight = 18

/** A drawing of its own on light paper, readable without this product. `draw` gets where it may begin and says where it ended. */
export const svgSheet = ({ title, lines, locale }: SheetHead, width: number, draw: (top: number) => Drawn): string => {
  const across = width - 2 * sheetMargin
  const titles = wrapText(title, across / 22, 2)
  const head = lines.flatMap((line) => wrapText(line, across / 13, 6))
  const below = sheetMargin + 18 + (titles.length - 1) * 28
  const parts = [
    ...titles.map((line, at) => text(line, { x: sheetMargin, y: sheetMargin + 18 + at * 28, size: 22, weight: 600 })),
    ...head.map((line, at) => text(line, { x: sheetMargin, y: below + 28 + at * lineHeight, size: 13, fill: inks.ink2 })),
  ]
  const { svg, bottom } = draw(below + 28 + head.length * lineHeight + 12)
  const height = Math.ceil(bottom)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" xml:lang="${escapeHtml(locale)}" ` +
    `font-family="${escapeHtml(fontStack)}"><title>${escapeHtml(title)}</title>` +
    `<rect width="${width}" height="${height}" fill="${inks.paper}"/>${parts.join('')}${svg}</svg>`
  )
}
