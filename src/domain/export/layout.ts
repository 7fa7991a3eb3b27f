import { answerColumns } from './answer-columns'
import type { Cell, Column, ExportBook, ExportRow, ExportWords } from './export'
import { fixedColumns } from './fixed-columns'

/** A file's table: what its columns are, and a response's cells. */
export type Layout = { columns: Column[]; headings: string[]; cellsOf: (row: ExportRow) => Cell[] }

/** Headings for people carry the key too, so that a program finds its column whatever the language. */
export const layoutOf = (book: ExportBook, words: ExportWords): Layout => {
  const fixed = fixedColumns(book, words)
  const answers = answerColumns(book, words)
  const columns = [...fixed.map(({ key, label }) => ({ key, label })), ...answers.columns]
  return {
    columns,
    headings: columns.map(({ key, label }) => (book.values === 'codes' || label === key ? key : `${label} [${key}]`)),
    cellsOf: (row) => [...fixed.map(({ of }) => of(row)), ...answers.tell(row)],
  }
}
