import Papa from 'papaparse'
import { csvLine, csvMark } from '@/domain/csv'
import { type Person, readPerson } from '@/domain/invitation/read-people'

export type Link = { url?: string; unsubscribeUrl?: string; reason?: string }
/** What was made, by the row that it was made for. */
export type MadeLinks = Map<number, Link>

type Fault = { line: number; fault: 'nobody' | 'columns' }
/** A pasted table: its columns and rows as they are, the people in them, and the lines that name nobody. */
export type Table = {
  columns: readonly string[]
  rows: readonly Readonly<Record<string, string>>[]
  people: readonly { row: number; person: Person }[]
  faults: readonly Fault[]
}

/** Reads a table with a line of headings; commas, semicolons or tabs between columns. */
export const readTable = (text: string): Table => {
  const { data, meta, errors } = Papa.parse<Record<string, string>>(text.trim(), {
    header: true,
    skipEmptyLines: 'greedy',
    // One column has no delimiter to be found.
    ...(/[,;\t]/.test(text.split('\n', 1)[0] ?? '') ? {} : { delimiter: ',' }),
  })
  const faults: Fault[] = errors.flatMap(({ row, type }) =>
    type === 'FieldMismatch' && row !== undefined ? [{ line: row + 2, fault: 'columns' as const }] : [],
  )
  const wrong = new Set(faults.map(({ line }) => line))
  const people: { row: number; person: Person }[] = []
  data.forEach((cells, row) => {
    if (wrong.has(row + 2)) return
    const person = readPerson(cells)
    if (person) people.push({ row, person })
    else faults.push({ line: row + 2, fault: 'nobody' })
  })
  return { columns: meta.fields ?? [], rows: data, people, faults }
}

/** The table with each one's link, ready for a mailing. What a spreadsheet would take for a formula is made harmless. */
export const toCsv = ({ columns, rows }: Table, links: MadeLinks): string =>
  [
    csvMark,
    csvLine([...columns, 'survey_link', 'unsubscribe_link', 'skipped_because']),
    ...rows.map((cells, row) => {
      const { url = '', unsubscribeUrl = '', reason = '' } = links.get(row) ?? {}
      return csvLine([...columns.map((column) => cells[column] ?? ''), url, unsubscribeUrl, reason])
    }),
  ].join('')
