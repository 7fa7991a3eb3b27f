import { escapeHtml } from '../format/escape-html'

/** The light colours of the look, written out: a drawing that leaves the product has no style sheet. */
export const inks = {
  paper: '#fbfaf8',
  surface: '#ffffff',
  line: '#e8e6e1',
  lineStrong: '#d6d3cc',
  ink: '#1d1f21',
  ink2: '#5c6166',
  ink3: '#686e74',
  accent: '#0b7285',
  positive: '#1c6fb5',
  neutral: '#868e96',
  negative: '#d9480f',
} as const

export const fontStack =
  "Inter, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, 'Helvetica Neue', Arial, sans-serif"

type TextPlace = { x: number; y: number; size: number; weight?: number; fill?: string; anchor?: 'start' | 'middle' | 'end' }

/** One line of text, its baseline at `y`. */
export const text = (line: string, { x, y, size, weight = 400, fill = inks.ink, anchor = 'start' }: TextPlace): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escapeHtml(line)}</text>`
