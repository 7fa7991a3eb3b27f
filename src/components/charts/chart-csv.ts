import Papa from 'papaparse'
import type { ChartTable } from './chart-table'

const lines = ({ head, rows }: ChartTable): unknown[][] => [[...head], ...rows.map((row) => [...row])]

/** For spreadsheets: what a name begins with never becomes a formula there. */
export const toCsv = (table: ChartTable): string =>
  `\uFEFF${Papa.unparse(lines(table), { escapeFormulae: /^[=+\-@\t\r](?!\d)/ })}\r\n`

/** What spreadsheets take from the clipboard. */
export const toClipboard = (table: ChartTable): string =>
  Papa.unparse(lines(table), { delimiter: '\t', newline: '\n', escapeFormulae: /^[=+\-@\t\r](?!\d)/ })
