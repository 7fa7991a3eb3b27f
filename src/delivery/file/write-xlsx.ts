import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { ExportBook, ExportRow, ExportWords } from '@/domain/export/export'
import type { Layout } from '@/domain/export/layout'
import { localTimes } from './local-times'
import { columnName, headingXml, rowXml, sheetBounds, sheetEnd, sheetStart } from './sheet-xml'
import { workbookParts } from './workbook-xml'

/** A sheet has so many columns; what needs more can be had as CSV or JSON. */
export class TooWide extends Error {
  override name = 'TooWide'
  readonly code = 'too_wide'
}

/** Rows one by one from batches, for several sheets in turn. */
const readRows = (batches: AsyncIterable<readonly ExportRow[]>) => {
  const source = batches[Symbol.asyncIterator]()
  let rows: readonly ExportRow[] = []
  return {
    /** up to `most` of the rows at hand; undefined at the end */
    take: async (most: number): Promise<readonly ExportRow[] | undefined> => {
      while (rows.length === 0) {
        const next = await source.next()
        if (next.done) return undefined
        rows = next.value
      }
      const taken = rows.slice(0, most)
      rows = rows.slice(taken.length)
      return taken
    },
  }
}

/**
 * A workbook: the responses, on a further sheet where one is full, and a sheet that says what the columns are. Sheets are written as they are
 * read and packed as they are written, so memory doesn't grow with them.
 */
export async function* writeXlsx(
  { columns, headings, cellsOf }: Layout,
  book: ExportBook,
  words: ExportWords,
  batches: AsyncIterable<readonly ExportRow[]>,
  mostRows: number = sheetBounds.rows,
): AsyncGenerator<Uint8Array> {
  if (columns.length > sheetBounds.columns) throw new TooWide(`${columns.length} columns`)
  const local = localTimes(book.timeZone)
  const names = columns.map((_, index) => columnName(index))
  const rows = readRows(batches)
  const zip = new ZipFile()
  const sheets: string[] = []
  const output = zip.outputStream as Readable
  const fail = (error: Error): void => void output.destroy(error)
  zip.on('error', fail)

  const add = (name: string, sheet: AsyncGenerator<string>): void => {
    sheets.push(name)
    const stream = Readable.from(sheet)
    stream.on('error', fail)
    zip.addReadStream(stream, `xl/worksheets/sheet${sheets.length}.xml`)
  }
  async function* codebook(): AsyncGenerator<string> {
    const three = ['A', 'B', 'C']
    yield sheetStart + headingXml(three, words.codebookHead)
    yield columns.map(({ key, label }, index) => rowXml(three, index + 2, [names[index] ?? '', key, label], local)).join('')
    yield sheetEnd
  }
  const finish = (): void => {
    add(words.codebook, codebook())
    for (const [path, xml] of Object.entries(workbookParts(sheets))) zip.addBuffer(Buffer.from(xml), path)
    zip.end()
  }
  async function* sheet(first: readonly ExportRow[] | undefined): AsyncGenerator<string> {
    yield sheetStart + headingXml(names, headings)
    let [number, taken] = [1, first]
    while (taken) {
      const above = number + 1
      number += taken.length
      yield taken.map((row, index) => rowXml(names, above + index, cellsOf(row), local)).join('')
      taken = number < mostRows ? await rows.take(mostRows - number) : undefined
    }
    yield sheetEnd
    const next = number < mostRows ? undefined : await rows.take(mostRows - 1)
    if (next) add(`${words.responses} ${sheets.length + 1}`, sheet(next))
    else finish()
  }
  add(words.responses, sheet(await rows.take(mostRows - 1)))
  yield* output as AsyncIterable<Uint8Array>
}
