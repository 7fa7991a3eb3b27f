type Rgb = readonly [number, number, number]

const parse = (hex: string): Rgb => {
  const digits = hex.replace('#', '')
  const long = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits
  const value = Number.parseInt(long, 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

const format = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** Relative luminance, WCAG 2.2: 0 for black, 1 for white. */
const luminance = (rgb: Rgb): number => {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio of two colours (`#rgb` or `#rrggbb`), 1 … 21, WCAG 2.2. */
export const contrast = (one: string, other: string): number => {
  const [a, b] = [luminance(parse(one)), luminance(parse(other))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** The colour moved towards black or white as little as reaches the ratio against a background. */
export const ensureContrast = (color: string, background: string, ratio: number): string => {
  const target = luminance(parse(background)) > 0.18 ? 0 : 255
  const from = parse(color)
  for (let share = 0; share < 1; share += 0.02) {
    const moved = format(from.map((part) => part + (target - part) * share) as unknown as Rgb)
    if (contrast(moved, background) >= ratio) return moved
  }
  return target === 0 ? '#000000' : '#ffffff'
}

const ink = '#101214'

/** White on a colour wherever it can be read (4.5 : 1); else ink; a colour that carries neither is darkened for white. */
export const readableOn = (color: string): { fill: string; text: string } => {
  if (contrast('#ffffff', color) >= 4.5) return { fill: color, text: '#ffffff' }
  if (contrast(ink, color) >= 4.5) return { fill: color, text: ink }
  return { fill: ensureContrast(color, '#ffffff', 4.5), text: '#ffffff' }
}
