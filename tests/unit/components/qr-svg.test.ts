import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { qrSvg } from '@/components/qr/qr-svg'

const link = 'https://cx.example/s/delivery?source=poster-12'

/** The modules that a drawing's path darkens, without the quiet zone. */
const drawn = (svg: string, size: number): boolean[][] => {
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  const path = /<path d="([^"]*)"/.exec(svg)?.[1] ?? ''
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let column = 0; column < Number(width); column++) {
      const row = modules[Number(y) - 4]
      if (row) row[Number(x) - 4 + column] = true
    }
  return modules
}

describe('a QR code', () => {
  it('darkens exactly the modules that say the link, inside a quiet zone of four', () => {
    const { data, size } = encode(link, { ecc: 'M', border: 0 })
    const svg = qrSvg({ text: link })
    expect(drawn(svg, size)).toEqual(data)
    expect(svg).toContain(`viewBox="0 0 ${size + 8} ${size + 8}"`)
  })

  it('with a picture corrects more of itself, and hides far less than it can correct', () => {
    const { data, size } = encode(link, { ecc: 'H', border: 0 })
    const svg = qrSvg({ text: link, logo: 'data:image/png;base64,AAAA' })
    expect(drawn(svg, size)).toEqual(data)
    const side = Number(/<image [^>]*width="([\d.]+)"/.exec(svg)?.[1])
    expect((side + 1.2) ** 2 / size ** 2).toBeLessThan(0.1)
  })

  it('takes a caption as text, never as markup', () => {
    const svg = qrSvg({ text: link, caption: '</text><script>"&' })
    expect(svg).not.toContain('<script')
    expect(svg).toContain('&#60;/text&#62;&#60;script&#62;&#34;&#38;')
  })
})
