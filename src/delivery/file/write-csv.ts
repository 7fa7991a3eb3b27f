import { csvLine, csvMark } from '@/domain/csv'
import type { Cell, ExportBook, ExportRow } from '@/domain/export/export'
import type { Layout } from '@/domain/export/layout'
import { localTimes } from './local-times'

/** A table of responses. With labels, times are those of the organization's place; with codes, RFC 3339 in UTC. */
export async function* writeCsv(
  { headings, cellsOf }: Layout,
  book: ExportBook,
  batches: AsyncIterable<readonly ExportRow[]>,
): AsyncGenerator<Uint8Array> {
  const local = localTimes(book.timeZone)
  const timed = (cell: Cell) => (cell instanceof Date ? (book.values === 'labels' ? local(cell) : cell.toISOString()) : cell)
  yield Buffer.from(csvMark + csvLine(headings))
  for await (const rows of batches) yield Buffer.from(rows.map((row) => csvLine(cellsOf(row).map(timed))).join(''))
}
