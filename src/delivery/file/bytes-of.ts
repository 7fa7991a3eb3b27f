import type { ExportBook, ExportFormat, ExportRow } from '@/domain/export/export'
import { layoutOf } from '@/domain/export/layout'
import { exportWords } from '@/i18n/export-words'
import { writeCsv } from './write-csv'
import { writeJsonl } from './write-jsonl'
import { writeXlsx } from './write-xlsx'

/** The bytes of a file of responses, as its rows come. Throws `TooWide` where a workbook can't hold its columns. */
export const bytesOf = (
  format: ExportFormat,
  book: ExportBook,
  batches: AsyncIterable<readonly ExportRow[]>,
): AsyncIterable<Uint8Array> => {
  const words = exportWords(book.locale)
  switch (format) {
    case 'csv':
      return writeCsv(layoutOf(book, words), book, batches)
    case 'xlsx':
      return writeXlsx(layoutOf(book, words), book, words, batches)
    case 'jsonl':
      return writeJsonl(book, batches)
  }
}
