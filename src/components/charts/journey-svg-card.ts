import type { DrawnCard } from './journey-svg'
import { inks, text } from './svg-text'
import { wrapText } from './wrap-text'

const lineHeight = 18
const padding = 12

/** A touchpoint's card in the drawing, as high as its lines need. */
export const journeyCard = (
  { name, isMoment, isMissed, lines }: DrawnCard,
  { x, y, width }: { x: number; y: number; width: number },
): { svg: string; height: number } => {
  const inner = width - 2 * padding
  const names = wrapText(isMoment ? `◆ ${name}` : name, inner / 14, 2)
  const words = lines.flatMap((line) => wrapText(line, inner / 12, 2))
  const height = padding * 2 + names.length * lineHeight + words.length * 17 - 4
  const baseline = y + padding + 10
  const svg =
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="${inks.surface}" stroke="${inks.line}"/>` +
    (isMissed ? `<rect x="${x}" y="${y + 6}" width="3" height="${height - 12}" fill="${inks.negative}"/>` : '') +
    names.map((line, at) => text(line, { x: x + padding, y: baseline + at * lineHeight, size: 14, weight: 600 })).join('') +
    words
      .map((line, at) =>
        text(line, { x: x + padding, y: baseline + names.length * lineHeight + at * 17, size: 12, fill: inks.ink2 }),
      )
      .join('')
  return { svg, height }
}
