import { encode } from 'uqr'
import { escapeHtml } from '../format/escape-html'

export type QrDesign = {
  /** what the code says: an address */
  text: string
  /** a line under the code, for people */
  caption?: string | undefined
  /** a picture in the middle, as a data URL: then the code corrects up to 30 % of itself */
  logo?: string | undefined
}

const quiet = 4
const captionHeight = 5

/** The dark modules as one path, run by run. */
const pathOf = (modules: readonly (readonly boolean[])[]): string =>
  modules
    .flatMap((row, y) => {
      const runs: string[] = []
      for (let x = 0; x < row.length; x++) {
        if (!row[x]) continue
        const start = x
        while (row[x + 1]) x += 1
        runs.push(`M${start + quiet} ${y + quiet}h${x - start + 1}v1h-${x - start + 1}z`)
      }
      return runs
    })
    .join('')

/** A QR code as a drawing of its own, black on white as scanners want it, with its quiet zone of four modules. */
export const qrSvg = ({ text, caption, logo }: QrDesign): string => {
  const { data, size } = encode(text, { ecc: logo ? 'H' : 'M', border: 0 })
  const width = size + 2 * quiet
  const height = width + (caption ? captionHeight : 0)
  // A fifth of the side hides 4 % of the code, far under what its corrections take.
  const side = size / 5
  const from = (width - side) / 2
  const picture = logo
    ? `<rect x="${from - 0.6}" y="${from - 0.6}" width="${side + 1.2}" height="${side + 1.2}" rx="1" fill="#fff"/>` +
      `<image x="${from}" y="${from}" width="${side}" height="${side}" href="${escapeHtml(logo)}"/>`
    : ''
  const line = caption
    ? `<text x="${width / 2}" y="${width + 1.6}" font-family="system-ui, sans-serif" font-size="2.4" text-anchor="middle" fill="#000">${escapeHtml(caption)}</text>`
    : ''
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * 10}" height="${height * 10}">` +
    `<rect width="${width}" height="${height}" fill="#fff"/>` +
    `<path d="${pathOf(data)}" fill="#000" shape-rendering="crispEdges"/>${picture}${line}</svg>`
  )
}
