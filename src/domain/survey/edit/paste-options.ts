import type { Localized } from '../../localized'
import { makeKey } from './make-key'
import type { Item } from './operation'

/** A spreadsheet's cells as they come from the clipboard: tabs between columns, quotes around what holds a line end. */
export const readCells = (text: string): string[][] => {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*))(\t|\r?\n|$)/gy
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const value = match[1] === undefined ? (match[2] ?? '') : match[1].replace(/""/g, '"')
    rows.at(-1)?.push(value.trim())
    if (match[3] === '') break
    if (match[3] !== '\t') rows.push([])
  }
  return rows.filter((row) => row.some(Boolean))
}

const isKey = (text: string): boolean => /^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/.test(text) && !(text in {})

/** What each column holds: a key, or the text in a language; a first row of such names is a heading. */
const columnsOf = (rows: readonly string[][], locales: readonly string[], locale: string) => {
  const [first = []] = rows
  const named = first.map((cell) =>
    /^key$/i.test(cell) ? 'key' : locales.find((one) => one.toLowerCase() === cell.toLowerCase()),
  )
  if (named.length > 0 && named.every((name) => name !== undefined)) return { columns: named as string[], rows: rows.slice(1) }
  const width = Math.max(...rows.map(({ length }) => length))
  if (width === 1) return { columns: [locale], rows }
  const keys = rows.map(([key = '']) => key)
  const hasKeys = width !== locales.length && keys.every(isKey) && new Set(keys).size === keys.length
  const ordered = width - (hasKeys ? 1 : 0) === 1 ? [locale] : locales
  return { columns: [...(hasKeys ? ['key'] : []), ...ordered], rows }
}

type Paste = { locales: readonly string[]; locale: string; fallback: 'option' | 'row' | 'column'; taken: readonly string[] }

/**
 * Options from a spreadsheet or a list of lines. One column is the text in the language at hand; several are a key and a
 * text, or a text for each of the survey's languages, or what a first row of `key` and language tags says.
 */
export const pasteOptions = (text: string, { locales, locale, fallback, taken }: Paste): Item[] => {
  const cells = readCells(text)
  if (cells.length === 0) return []
  const { columns, rows } = columnsOf(cells, locales, locale)
  const used = new Set(taken)
  return rows.flatMap((row) => {
    const cellOf = (name: string) => row[columns.indexOf(name)] ?? ''
    const texts = Object.fromEntries(locales.map((one) => [one, cellOf(one)] as const).filter(([, words]) => words))
    const [words = ''] = Object.values(texts)
    if (!words) return []
    const given = cellOf('key')
    const key = given && isKey(given) && !used.has(given) ? given : makeKey(given || words, fallback, (one) => used.has(one))
    used.add(key)
    const value: Localized = locales.length === 1 ? words : texts
    return [{ key, text: value }]
  })
}
