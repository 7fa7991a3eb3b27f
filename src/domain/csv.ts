/**
 * What a spreadsheet program would take for a formula, or for the beginning of one: also in full width, which it reads alike where
 * Chinese is typed, and behind a tab or a line break, which it drops.
 */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@\t\r\n＝＋－＠]/.test(text)

const mustQuote = /[",;\t\r\n]|^\s|\s$/

const write = (cell: string | number | boolean | null): string => {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = looksLikeFormula(cell) ? `'${cell}` : cell
  return mustQuote.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line of a table (RFC 4180), with its end. Texts that look like formulas are made harmless by an apostrophe; numbers stay numbers. */
export const csvLine = (cells: readonly (string | number | boolean | null)[]): string => `${cells.map(write).join(',')}\r\n`

/** Before the first line: without it Excel takes UTF-8 for something else, and Chinese for noise. */
export const csvMark = '\uFEFF'
