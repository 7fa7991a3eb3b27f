import { expect, test } from 'vitest'
import { barSvg } from '@/components/charts/bar-svg'
import { toClipboard, toCsv } from '@/components/charts/chart-csv'
import { rangeSvg } from '@/components/charts/range-svg'
import { plotPoints, valueScale } from '@/components/charts/trend-data'
import { trendSvg } from '@/components/charts/trend-svg'
import { distributionOf } from '@/domain/analysis/distribution'

const head = { title: 'NPS <&> 趋势', lines: ['2026年10月24日 – 11月22日', 'n 1,284 · Share of promoters'], locale: 'zh-CN' }
const point = (start: string, value: number | null, n: number) => ({
  ...{ start, n, value, low: value === null ? null : value - 5, high: value === null ? null : value + 5, counts: {} },
})
const trend = (values: readonly (number | null)[]) => {
  const points = values.map((value, at) =>
    point(`2026-11-${String(at + 1).padStart(2, '0')}`, value, value === null ? 0 : 40 + at),
  )
  const plotted = plotPoints({ points: points as never, previousPoints: [] }, (start) => start.slice(5))
  return trendSvg({
    ...{ ...head, kind: 'nps', points: plotted, scale: valueScale(plotted, 30, [-100, 100]), target: 30 },
    words: { value: '数值', interval: '95% 区间', before: '对比周期' },
  })
}
const bars = (counts: readonly number[]) => {
  const { bars: drawn } = distributionOf('nps', counts)
  return barSvg({ ...head, bars: drawn, boxes: [{ box: 'low', said: 'Detractors 20%' }] })
}
const rows = [
  { name: 'Delivery '.repeat(20), from: -5, to: 20, at: 8, said: '8 ±12 · n 40' },
  { name: '配送', from: null, to: null, at: null, said: '–' },
]

test.each([
  ['a trend with gaps', trend([10, null, 40, -20])],
  ['a trend of one day', trend([10])],
  ['a trend without answers', trend([null, null])],
  ['a year of days', trend(Array.from({ length: 365 }, (_, at) => at % 50))],
  ['a distribution', bars([1, 0, 2, 0, 0, 3, 0, 4, 0, 9, 12])],
  ['a distribution without answers', bars([])],
  ['values on a scale', rangeSvg({ ...head, rows, domain: [-100, 100] })],
  ['an empty scale', rangeSvg({ ...head, rows: [], domain: [5, 5] })],
])('%s is a picture that stands alone: title and lines escaped, colours written out, nothing outside it', (_, svg) => {
  expect(svg).toContain('NPS &#60;&#38;&#62; 趋势')
  expect(svg).toContain('n 1,284 · Share of promoters')
  expect(svg).toContain('Noto Sans CJK SC')
  expect(svg).toMatch(/<rect width="\d+" height="\d+" fill="#fbfaf8"\/>/)
  expect(svg).not.toMatch(/var\(|NaN|Infinity|undefined|null|class=/)
  const [, width = 0, height = 0] = (/ width="(\d+)" height="(\d+)"/.exec(svg) ?? []).map(Number)
  const xs = [...svg.matchAll(/(?: x| cx)="(-?[\d.]+)"/g)].map(([, x]) => Number(x))
  const ys = [...svg.matchAll(/(?: y| cy)="(-?[\d.]+)"/g)].map(([, y]) => Number(y))
  expect(Math.min(...xs, ...ys)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...xs)).toBeLessThanOrEqual(width)
  expect(Math.max(...ys)).toBeLessThan(height)
})

test('the trend breaks where nobody answered and tells n under its dates', () => {
  const svg = trend([10, null, 40, -20])
  expect(svg).toContain('>n 40<')
  expect(svg).toContain('>n 0<')
  const line = /<path d="([^"]*)" fill="none" stroke="#0b7285"/.exec(svg)?.[1] ?? ''
  expect(line.match(/M/g)).toHaveLength(2)
})

test('a table goes to spreadsheets with its numbers, and no name in it becomes a formula', () => {
  const table = {
    head: ['From', 'Value'],
    rows: [
      ['=HYPERLINK("x")', -5.5],
      ['配送, 北', null],
    ] as const,
  }
  expect(toCsv(table)).toBe('\uFEFFFrom,Value\r\n"\'=HYPERLINK(""x"")",-5.5\r\n"配送, 北",\r\n')
  expect(toClipboard(table).split('\n')).toEqual(['From\tValue', '"\'=HYPERLINK(""x"")"\t-5.5', '配送, 北\t'])
})
