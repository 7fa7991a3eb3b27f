import { type FileType, fileTypes } from './file-types'

/** How much of a file's beginning `sniff` wants to see; a shorter file is seen whole. */
export const headBytes = 4096

const latin = (head: Uint8Array): string => Array.from(head, (byte) => String.fromCharCode(byte)).join('')

/** The brands of ISO base media files (ISO/IEC 14496-12), whose fifth to eighth bytes are `ftyp`. */
const byBrand = (brand: string): FileType | undefined => {
  if (/^(heic|heix|heim|heis|hevc|mif1|msf1)$/.test(brand)) return fileTypes.heic
  if (brand === 'qt  ') return fileTypes.mov
  if (/^(M4A |M4B )$/.test(brand)) return fileTypes.m4a
  return /^(isom|iso[2-9]|mp4[12]|avc1|dash|M4V |MSNV|3gp[4-7])$/.test(brand) ? fileTypes.mp4 : undefined
}

/** Office files are zip archives; the names of their parts stand in clear in the first entries' headers. */
const byParts = (text: string): FileType | undefined => {
  if (!/\[Content_Types\]\.xml|_rels\/\.rels|docProps\//.test(text)) return undefined
  if (text.includes('word/')) return fileTypes.docx
  return text.includes('xl/') ? fileTypes.xlsx : undefined
}

/** An MPEG audio frame: eleven set bits, then a version, layer, bit rate and sampling rate that exist. */
const isMpegAudio = ([first = 0, second = 0, third = 0]: Uint8Array): boolean =>
  first === 0xff &&
  (second & 0xe6) === 0xe2 &&
  (second & 0x18) !== 0x08 &&
  third >> 4 !== 15 &&
  third >> 4 !== 0 &&
  (third & 12) !== 12

/** Whether the first whole lines have a separator, and all equally often. */
const isTable = (text: string): boolean => {
  const lines = text.split(/\r?\n/).slice(0, 6)
  const whole = lines.slice(0, lines.length > 1 ? -1 : 1)
  return [',', ';', '\t'].some((separator) => {
    const [first = 0, ...others] = whole.map((line) => line.replace(/"[^"]*"/g, '').split(separator).length - 1)
    return first > 0 && others.length > 0 && others.every((count) => count === first)
  })
}

/**
 * What a file is by its first bytes, whatever its name says; undefined for everything that isn't taken. `text` is said of
 * what has no other signature and no control characters: whether the rest is UTF-8 too, the reader has to check.
 */
export const sniff = (bytes: Uint8Array): FileType | undefined => {
  const head = bytes.subarray(0, headBytes)
  const text = latin(head)
  if (text.startsWith('\xff\xd8\xff')) return fileTypes.jpeg
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return fileTypes.png
  if (/^GIF8[79]a/.test(text)) return fileTypes.gif
  if (text.startsWith('RIFF')) {
    const form = text.slice(8, 12)
    return form === 'WEBP' ? fileTypes.webp : form === 'WAVE' ? fileTypes.wav : undefined
  }
  if (text.slice(4, 8) === 'ftyp') return byBrand(text.slice(8, 12))
  if (text.startsWith('%PDF-')) return fileTypes.pdf
  if (text.startsWith('PK\x03\x04')) return byParts(text)
  if (text.startsWith('ID3') || isMpegAudio(head)) return fileTypes.mp3
  // Neither control characters nor bytes that UTF-8 never uses.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the point.
  if (head.length === 0 || /[\x00-\x08\x0b\x0e-\x1f\x7f\xc0\xc1\xf5-\xff]/.test(text)) return undefined
  return isTable(text) ? fileTypes.csv : fileTypes.text
}
