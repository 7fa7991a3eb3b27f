import { looksLikeFormula } from '@/domain/csv'
import type { Cell } from '@/domain/export/export'

/** What a sheet holds at most: rows, columns, and UTF-16 units of a cell's text. */
export const sheetBounds = { rows: 1_048_576, columns: 16_384, text: 32_767 } as const

/** By their places in the styles of `workbook-xml.ts`. */
const styles = { heading: 1, text: 2, time: 3 } as const

/** `A`, `B` … `Z`, `AA` … of the column at an index from 0. */
export const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

/** What XML can't hold, even escaped: control characters and halves of surrogate pairs. */
const unspeakable = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu
const special = /[&<>"]|_(?=x[0-9A-Fa-f]{4}_)/g
/** A workbook reads `_x0041_` as a letter, so that an underscore before such a thing must be written as one itself. */
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', _: '_x005F_' }

export const xmlText = (text: string): string =>
  text.replace(unspeakable, '').replace(special, (character) => escapes[character] ?? character)

const cutText = (text: string): string => (text.length > sheetBounds.text ? `${text.slice(0, sheetBounds.text - 1)}…` : text)

const text = (place: string, value: string, style: number): string =>
  `<c r="${place}"${style > 0 ? ` s="${style}"` : ''} t="inlineStr"><is><t xml:space="preserve">${xmlText(cutText(value))}</t></is></c>`

/** Days since the last day of 1899 and their parts, from a local time as `2026-05-01 14:03:22`. */
const serial = (local: string): number => Date.parse(`${local.replace(' ', 'T')}Z`) / 86_400_000 + 25_569

/**
 * A cell, or nothing where it is empty. Texts stay texts, whatever they look like: what could be taken for a formula is marked as quoted, so
 * that it stays one when somebody edits the cell.
 */
const cellXml = (place: string, cell: Cell, local: (at: Date) => string): string => {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${place}"><v>${cell}</v></c>` : ''
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'string') return text(place, cell, looksLikeFormula(cell) ? styles.text : 0)
  const days = serial(local(cell))
  // Sheets know no day before 1900.
  return days >= 1 ? `<c r="${place}" s="${styles.time}"><v>${days}</v></c>` : text(place, local(cell), 0)
}

export const rowXml = (names: readonly string[], number: number, cells: readonly Cell[], local: (at: Date) => string): string =>
  `<row r="${number}">${cells.map((cell, index) => cellXml(`${names[index]}${number}`, cell, local)).join('')}</row>`

export const headingXml = (names: readonly string[], headings: readonly string[]): string =>
  `<row r="1">${headings.map((heading, index) => text(`${names[index]}1`, heading, styles.heading)).join('')}</row>`

/** A sheet's beginning: its first row stays in sight. */
export const sheetStart = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>`
export const sheetEnd = '</sheetData></worksheet>'
