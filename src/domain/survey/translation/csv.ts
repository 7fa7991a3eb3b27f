import type { Draft } from '../edit/operation'
import { textIn } from '../edit/write-text'
import type { Brought } from './plan-import'
import { textsOf } from './texts'

/** What a spreadsheet would take for a formula begins with an apostrophe in the file, and a text that begins with one too. */
const guard = (text: string): string => (/^['=+\-@\t\r]/.test(text) ? `'${text}` : text)
const unguard = (text: string): string => (/^'['=+\-@\t\r]/.test(text) ? text.slice(1) : text)

/** A survey's texts as a table: an id, what it is, and a column a language, the first one first. */
export const toTable = (draft: Draft): { fields: string[]; data: string[][] } => ({
  fields: ['id', 'kind', ...draft.locales],
  data: textsOf(draft).map(({ id, kind, value }) => [
    id,
    kind,
    ...draft.locales.map((locale) => guard(textIn(value, locale, draft.locales))),
  ]),
})

export type ReadTable = { brought: Brought[] } | { fault: 'no_id' | 'no_language' }

/** The translations in a table. Line 1 are the headings; columns that are no language are passed over. */
export const fromTable = (
  draft: Draft,
  fields: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
): ReadTable => {
  if (!fields.includes('id')) return { fault: 'no_id' }
  const [source = 'en'] = draft.locales
  const languages = fields.filter((field) => draft.locales.includes(field) && field !== source)
  if (languages.length === 0) return { fault: 'no_language' }
  const brought = rows.flatMap((row, index) =>
    languages.map(
      (locale): Brought => ({
        line: index + 2,
        id: (row.id ?? '').trim(),
        locale,
        words: unguard(row[locale] ?? ''),
        source: row[source] === undefined ? undefined : unguard(row[source]),
      }),
    ),
  )
  return { brought }
}
