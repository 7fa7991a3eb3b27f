import { expect, test } from 'vitest'
import { curvePaths, curveX, curveY } from '@/components/charts/curve-path'
import { journeySvg } from '@/components/charts/journey-svg'
import { textWidth, wrapText } from '@/components/charts/wrap-text'

const point = (value: number | null) => ({
  value,
  low: value === null ? null : value - 1,
  high: value === null ? null : value + 1,
})
const stage = (name: string, value: number | null, cards: number) => ({
  ...{
    name,
    phase: 'Sale',
    point: point(value),
    before: point(null),
    label: value === null ? 'no answers' : `${value}`,
    count: 'n 4',
  },
  cards: Array.from({ length: cards }, (_, at) => ({
    ...{
      name: `Place ${at} <&"'>`,
      isMoment: at === 0,
      isMissed: at === 1,
      lines: ['NPS 12 ±6 · n 288', '✗ standard 30 (−18), clearly'],
    },
  })),
})
const drawing = (stages: ReturnType<typeof stage>[]) =>
  journeySvg({
    ...{ title: 'Aurora <Home> · Journey', lines: ['24 Oct – 22 Nov 2026', 'Only where tier is "gold" & old.'], locale: 'en' },
    journeys: [{ name: 'Order', domain: [-10, 10], stages }],
  })

test('the curve stands over the middles of its columns, breaks at gaps, and stays in its box', () => {
  expect([0, 1, 2].map((at) => curveX(at, 3))).toEqual([1 / 6, 0.5, 5 / 6])
  expect([-20, -10, 0, 10, 20].map((value) => curveY(value, { domain: [-10, 10] }))).toEqual([1, 1, 0.5, 0, 0])
  const { line, band } = curvePaths([10, null, 0, -10].map(point), { domain: [-10, 10] }, { width: 400, height: 100 })
  expect(line).toBe('M50.00 0.00h.01M250.00 50.00L350.00 100.00')
  expect(band.match(/M/g)).toHaveLength(1)
})

test('a drawing stands alone: escaped, with every card and a place for each line, in light colours', () => {
  const svg = drawing([stage('Buy', 5, 2), stage('Use', null, 1)])
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 \d+ \d+" width="\d+" height="\d+"/)
  expect(svg).not.toMatch(/var\(|NaN|undefined|null|<Home>|<&"'>/)
  expect(svg.match(/✗ standard 30/g)).toHaveLength(3)
  expect(svg.match(/◆/g)).toHaveLength(2)
  expect(svg).toContain('no answers')
  const height = Number(/ height="(\d+)"/.exec(svg)?.[1])
  const lowest = Math.max(...[...svg.matchAll(/ y="([\d.]+)"/g)].map(([, y]) => Number(y)))
  expect(lowest).toBeLessThan(height)
})

test('sixty touchpoints in one stage and a journey without any are drawn too', () => {
  expect(drawing([stage('Buy', 5, 60)]).match(/<rect [^>]*rx="8"/g)).toHaveLength(60)
  expect(drawing([stage('Buy', null, 0)])).not.toContain('NaN')
})

test.each([
  ['one two three four', 5, ['one two', 'three', 'four']],
  ['supercalifragilistic', 5, ['supercali', 'fragilist', 'ic']],
  ['情绪曲线与触点', 3, ['情绪曲', '线与触', '点']],
  ['', 5, []],
] as const)('%j breaks into lines of its column', (text, width, lines) => {
  expect(wrapText(text, width, 9)).toEqual(lines)
})

test('what the last line can’t hold is cut off, and no line is wider than its column', () => {
  const text = 'Waiting for the courier 在家等待快递员上门的体验 and then some more words'
  const lines = wrapText(text, 9, 2)
  expect(lines).toHaveLength(2)
  expect(lines[1]?.endsWith('…')).toBe(true)
  for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(9.6)
})
