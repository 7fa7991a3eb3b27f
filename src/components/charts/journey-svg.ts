import { curvePaths, curveX, curveY } from './curve-path'
import { journeyCard } from './journey-svg-card'
import type { SparkPoint } from './spark-path'
import { type SheetHead, sheetMargin, svgSheet } from './svg-sheet'
import { inks, text } from './svg-text'
import { wrapText } from './wrap-text'

/** A card's lines in words; `isMissed`: clearly below its standard. */
export type DrawnCard = { name: string; isMoment: boolean; isMissed: boolean; lines: readonly string[] }
/** `label` and `count` stand at the curve's point, in words. */
export type DrawnStage = {
  name: string
  phase: string
  point: SparkPoint
  before: SparkPoint
  label: string
  count: string
  cards: readonly DrawnCard[]
}
export type DrawnJourney = { name: string; domain: [number, number]; stages: readonly DrawnStage[] }
export type JourneyDrawing = SheetHead & { journeys: readonly DrawnJourney[] }

const column = 208
const gap = 12
const curveHeight = 110
const lineHeight = 18

const phasesOf = (stages: readonly DrawnStage[]): { name: string; from: number; count: number }[] => {
  const phases: { name: string; from: number; count: number }[] = []
  stages.forEach(({ phase }, at) => {
    const last = phases.at(-1)
    if (last?.name === phase) last.count += 1
    else phases.push({ name: phase, from: at, count: 1 })
  })
  return phases
}

const drawCurve = ({ stages, domain }: DrawnJourney, top: number): string => {
  const width = stages.length * column
  const scale = { domain }
  const now = curvePaths(
    stages.map(({ point }) => point),
    scale,
    { width, height: curveHeight },
  )
  const before = curvePaths(
    stages.map(({ before: one }) => one),
    scale,
    { width, height: curveHeight },
  )
  const zero = domain[0] < 0 && domain[1] > 0 ? curveY(0, scale) * curveHeight : null
  const points = stages.map(({ point, label, count }, at) => {
    const x = curveX(at, stages.length) * width
    const y = point.value === null ? curveHeight / 2 : curveY(point.value, scale) * curveHeight
    const dot = point.value === null ? '' : `<circle cx="${x}" cy="${y}" r="4.5" fill="${inks.accent}"/>`
    return (
      dot +
      text(label, { x, y: y - 12, size: 14, weight: point.value === null ? 400 : 600, anchor: 'middle' }) +
      text(count, { x, y: curveHeight + 26, size: 11, fill: inks.ink3, anchor: 'middle' })
    )
  })
  return (
    `<g transform="translate(${sheetMargin} ${top})">` +
    (zero === null ? '' : `<path d="M0 ${zero}H${width}" stroke="${inks.line}" fill="none"/>`) +
    `<path d="${now.band}" fill="${inks.accent}" opacity="0.12"/>` +
    `<path d="${before.line}" fill="none" stroke="${inks.ink3}" stroke-width="1.25" stroke-dasharray="4 4"/>` +
    `<path d="${now.line}" fill="none" stroke="${inks.accent}" stroke-width="2"/>${points.join('')}</g>`
  )
}

const drawJourney = (journey: DrawnJourney, top: number): { svg: string; bottom: number } => {
  const { stages } = journey
  const parts = [text(journey.name, { x: sheetMargin, y: top + 16, size: 16, weight: 600 })]
  const curveTop = top + 58
  parts.push(drawCurve(journey, curveTop))
  const headTop = curveTop + curveHeight + 52
  for (const { name, from, count } of phasesOf(stages)) {
    const x = sheetMargin + from * column + gap / 2
    parts.push(
      text(name, { x, y: headTop, size: 12, fill: inks.ink2 }),
      `<path d="M${x} ${headTop + 8}h${count * column - gap}" stroke="${inks.lineStrong}" stroke-width="2"/>`,
    )
  }
  let bottom = headTop
  stages.forEach((stage, at) => {
    const x = sheetMargin + at * column + gap / 2
    const names = wrapText(stage.name, (column - gap) / 14, 2)
    names.forEach((line, index) => {
      parts.push(text(line, { x, y: headTop + 30 + index * lineHeight, size: 14, weight: 600 }))
    })
    let y = headTop + 44 + (names.length - 1) * lineHeight
    for (const card of stage.cards) {
      const drawn = journeyCard(card, { x, y, width: column - gap })
      parts.push(drawn.svg)
      y += drawn.height + 8
    }
    bottom = Math.max(bottom, y)
  })
  return { svg: parts.join(''), bottom }
}

/** The journey map as a drawing of its own, in light colours whatever the screen has, readable without this product. */
export const journeySvg = ({ journeys, ...head }: JourneyDrawing): string => {
  const stages = Math.max(3, ...journeys.map((journey) => journey.stages.length))
  return svgSheet(head, stages * column + 2 * sheetMargin, (top) => {
    const parts: string[] = []
    let y = top
    for (const journey of journeys) {
      const drawn = drawJourney(journey, y)
      parts.push(drawn.svg)
      y = drawn.bottom + 40
    }
    return { svg: parts.join(''), bottom: y }
  })
}
