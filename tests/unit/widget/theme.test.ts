import { expect, test } from 'vitest'
import { contrast, ensureContrast, readableOn } from '@/domain/contrast'
import { themeCss } from '@/widget/theme'

const brands = ['#000', '#fff', '#ffcc00', '#777777', '#0a7', '#1f5f8b', '#e60012', '#7f7f00', '#00ffff', '#757575']
const value = (css: string, name: string): string => new RegExp(`--${name}:(#[0-9a-f]+)`).exec(css)?.[1] ?? ''

test('contrast is WCAG’s', () => {
  expect(contrast('#000', '#fff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast('#0b7285', '#0b7285')).toBe(1)
})

test.each(brands)('text on a button in %s can be read', (brand) => {
  const { fill, text } = readableOn(brand)
  expect(contrast(fill, text)).toBeGreaterThanOrEqual(4.5)
})

test.each(brands)('lines and words in %s are seen on light and on dark', (brand) => {
  const [light = '', dark = ''] = themeCss({ color: brand }).split('@media')
  expect(contrast(value(light, 'line-brand'), '#ffffff')).toBeGreaterThanOrEqual(4.5)
  expect(contrast(value(dark, 'line-brand'), '#1b1d20')).toBeGreaterThanOrEqual(4.5)
  expect(contrast(value(light, 'brand'), value(light, 'on-brand'))).toBeGreaterThanOrEqual(4.5)
})

test('a colour that can be seen is left alone', () => {
  expect(ensureContrast('#1f5f8b', '#ffffff', 4.5)).toBe('#1f5f8b')
  expect(themeCss({ color: '#1f5f8b' })).toContain('--brand:#1f5f8b')
})

test('the brand’s type comes first, the system’s behind it', () => {
  expect(themeCss({ font: 'Georgia, serif' })).toContain('--font:Georgia, serif,var(--system)')
})
