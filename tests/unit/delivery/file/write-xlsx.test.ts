import { expect, test } from 'vitest'
import { columnName, xmlText } from '@/delivery/file/sheet-xml'
import { TooWide, writeXlsx } from '@/delivery/file/write-xlsx'
import type { Cell, ExportRow } from '@/domain/export/export'
import { exportWords } from '@/i18n/export-words'
import { allKinds } from '~tests/support/all-kinds'
import { bookOf, rowOf } from '~tests/support/export-book'
import { readZip } from '~tests/support/read-zip'

const book = bookOf(allKinds('desk'))
const words = exportWords('en')
const layoutOf = (tables: Cell[][], headings = tables[0]?.map((_, index) => `h${index}`) ?? []) => ({
  columns: headings.map((label) => ({ key: label, label })),
  headings,
  cellsOf: ({ version }: ExportRow) => tables[version] ?? [],
})
async function* batchesOf(count: number, size: number) {
  for (let from = 0; from < count; from += size)
    yield Array.from({ length: Math.min(size, count - from) }, (_, index) => rowOf({ version: from + index }))
}
const write = async (tables: Cell[][], most?: number) => {
  const chunks: Uint8Array[] = []
  for await (const chunk of writeXlsx(layoutOf(tables), book, words, batchesOf(tables.length, 3), most)) chunks.push(chunk)
  return readZip(Buffer.concat(chunks))
}

test('texts are never formulas, numbers, times and yes or no are what they are, and what is empty isn’t there', async () => {
  const files = await write([['=1+1', 'plain & <b>', 2.5, true, new Date('2026-05-01T16:30:05Z'), null]])
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? ''
  expect(sheet).toContain('<c r="A2" s="2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>')
  expect(sheet).not.toContain('<f>')
  expect(files.get('xl/styles.xml')).toMatch(/numFmtId="49"[^>]*quotePrefix="1"/)
  expect(sheet).toContain('<c r="B2" t="inlineStr"><is><t xml:space="preserve">plain &amp; &lt;b&gt;</t></is></c>')
  expect(sheet).toContain('<c r="C2"><v>2.5</v></c><c r="D2" t="b"><v>1</v></c>')
  // Half past midnight in Shanghai, on the day after.
  const serial = Number(/<c r="E2" s="3"><v>([\d.]+)<\/v>/.exec(sheet)?.[1])
  expect(new Date(Math.round((serial - 25_569) * 86_400_000)).toISOString()).toBe('2026-05-02T00:30:05.000Z')
  expect(sheet).not.toContain('F2')
})

test('what XML can’t hold is left out, what a workbook would read as something else is written so that it doesn’t', () => {
  expect(xmlText('a\u0000b\u001f\ud800c\uffff😀\n\t')).toBe('abc😀\n\t')
  expect(xmlText('_x0041_ _x')).toBe('_x005F_x0041_ _x')
})

test('a text that is too long for a cell is cut, and says so', async () => {
  const sheet = (await write([['x'.repeat(40_000)]])).get('xl/worksheets/sheet1.xml') ?? ''
  expect(/>(x+…)</.exec(sheet)?.[1]?.length).toBe(32_767)
})

test.each([
  [0, [1]],
  [4, [5]],
  [5, [5, 2]],
  [8, [5, 5]],
  [9, [5, 5, 2]],
])('%i responses fill sheets of five rows: %j, and no row is lost', async (count, rows) => {
  const tables = Array.from({ length: count }, (_, index): Cell[] => [index])
  const files = await write(tables, 5)
  const sheets = rows.map((_, index) => files.get(`xl/worksheets/sheet${index + 1}.xml`) ?? '')
  expect(sheets.map((sheet) => sheet.match(/<row /g)?.length)).toEqual(rows)
  expect(sheets.flatMap((sheet) => [...sheet.matchAll(/<v>(\d+)<\/v>/g)].map(([, value]) => Number(value)))).toEqual(
    tables.flat(),
  )
  const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)
  expect(names).toEqual([...rows.map((_, index) => (index === 0 ? 'Responses' : `Responses ${index + 1}`)), 'Columns'])
  for (let index = 1; index <= names.length; index += 1)
    expect(files.get('[Content_Types].xml')).toContain(`/xl/worksheets/sheet${index}.xml`)
})

test('columns are named as sheets do', () => {
  expect([0, 25, 26, 51, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA', 'XFD'])
})

test('more columns than a sheet has are refused', async () => {
  const headings = Array.from({ length: 16_385 }, (_, index) => `h${index}`)
  const bytes = writeXlsx(layoutOf([[]], headings), book, words, batchesOf(0, 1))
  await expect(bytes.next()).rejects.toThrow(TooWide)
})

test('where reading breaks the file breaks with it', async () => {
  async function* broken() {
    yield [rowOf({ version: 0 })]
    throw new Error('the database is away')
  }
  const read = async () => {
    for await (const _ of writeXlsx(layoutOf([[1]]), book, words, broken()));
  }
  await expect(read()).rejects.toThrow('the database is away')
})
