import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { csvLine, looksLikeFormula } from '@/domain/csv'

test.each(['=1+1', '+86 139', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠a'])(
  '%j is made harmless',
  (text) => {
    expect(looksLikeFormula(text)).toBe(true)
    expect(Papa.parse<string[]>(csvLine([text])).data[0]).toEqual([`'${text}`])
  },
)

test('numbers stay numbers, below zero too, and what merely holds a sign stays as it is', () => {
  expect(csvLine([-2, 0.5, true, null, 'a=b', '1-2', "'=1", ''])).toBe("-2,0.5,true,,a=b,1-2,'=1,\r\n")
})

test('any table comes back as it was, but for the apostrophes', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      const read = Papa.parse<string[]>(rows.map(csvLine).join(''), { delimiter: ',', newline: '\r\n' }).data.slice(0, -1)
      expect(read).toEqual(rows.map((row) => row.map((cell) => (looksLikeFormula(cell) ? `'${cell}` : cell))))
    }),
  )
})
