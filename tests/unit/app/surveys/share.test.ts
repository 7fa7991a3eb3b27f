import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { embedSnippet, surveyLink } from '@/app/(console)/surveys/[key]/share/_components/address'
import { readTable, toCsv } from '@/app/(console)/surveys/[key]/share/_components/people-table'

const address = { origin: 'https://cx.example', appUrl: 'https://cx.example', slug: 'delivery' }

describe('a survey’s addresses', () => {
  it('say the source and language only where there is one', () => {
    expect(surveyLink(address)).toBe('https://cx.example/s/delivery')
    expect(surveyLink(address, { lang: '', source: 'flyer & co' })).toBe('https://cx.example/s/delivery?source=flyer+%26+co')
  })

  it('the script tag keeps what is typed inside its attribute', () => {
    expect(embedSnippet(address, { survey: 'delivery', mode: 'button', label: '"><b>', lang: '' })).toBe(
      '<script src="https://cx.example/embed.js" data-survey="delivery" data-mode="button" data-label="&#34;&#62;&#60;b&#62;" async></script>',
    )
  })

  it('an inline survey has its place on the page before the script comes', () => {
    expect(embedSnippet(address, { survey: 'delivery', mode: 'inline' })).toBe(
      `<div id="earshot-delivery" style="min-height: 480px"></div>
<script src="https://cx.example/embed.js" data-survey="delivery" data-mode="inline" data-target="#earshot-delivery" async></script>`,
    )
  })
})

describe('a pasted table of customers', () => {
  it('is read whether commas, semicolons or tabs part its columns', () => {
    for (const delimiter of [',', ';', '\t']) {
      const { people } = readTable(`id${delimiter}name\n1${delimiter}Mei\n2${delimiter}Tom`)
      expect(people.map(({ person }) => person.externalId)).toEqual(['1', '2'])
    }
    expect(readTable('email\na@shop.example\n').people).toHaveLength(1)
  })

  it('says which lines name nobody and which have too many columns, and takes the others', () => {
    const { people, faults } = readTable('email,name\na@shop.example,Ann\n,Bob\nc@shop.example,Cy,extra')
    expect(people.map(({ row }) => row)).toEqual([0])
    expect(faults).toEqual([
      { line: 4, fault: 'columns' },
      { line: 3, fault: 'nobody' },
    ])
  })

  it('comes back whole, each one with their own link, and with no formula in it', () => {
    const table = readTable('id,note\n1,"a, ""b"""\n2,=HYPERLINK("x")')
    const csv = toCsv(table, new Map([[1, { url: 'https://cx.example/i/t', reason: '' }]]))
    const { data } = Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true })
    expect(data).toEqual([
      ['id', 'note', 'survey_link', 'unsubscribe_link', 'skipped_because'],
      ['1', 'a, "b"', '', '', ''],
      ['2', `'=HYPERLINK("x")`, 'https://cx.example/i/t', '', ''],
    ])
  })

  it('nothing pasted is nobody', () => {
    expect(readTable('')).toMatchObject({ people: [], faults: [] })
  })
})
