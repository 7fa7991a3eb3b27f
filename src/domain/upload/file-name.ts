import type { FileType } from './file-types'

const longest = 120

/**
 * A name to show and to save under: without folders, control and direction characters, leading dots and what file systems
 * refuse, and with the extension of what the file really is.
 */
export const cleanFileName = (given: string, { extension }: Pick<FileType, 'extension'>): string => {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*\ufffd]/gu, '')
    .replace(/^[.\s]+/, '')
    .trim()
  const stem = plain.toLowerCase().endsWith(`.${extension}`) ? plain.slice(0, -extension.length - 1) : plain
  const kept = [...stem]
    .slice(0, longest)
    .join('')
    .replace(/[.\s]+$/, '')
  return `${kept || 'file'}.${extension}`
}
