import type { ExportBook, ExportRow } from '@/domain/export/export'
import { objectsOf } from '@/domain/export/to-object'
import { answerWords } from '@/i18n/answer-words'

/** One JSON object a line. */
export async function* writeJsonl(book: ExportBook, batches: AsyncIterable<readonly ExportRow[]>): AsyncGenerator<Uint8Array> {
  const objectOf = objectsOf(book, answerWords(book.locale))
  for await (const rows of batches) yield Buffer.from(rows.map((row) => `${JSON.stringify(objectOf(row))}\n`).join(''))
}
