import { describe, expect, test } from 'vitest'
import { applyAll } from '@/domain/survey/edit/apply'
import type { Draft } from '@/domain/survey/edit/operation'
import { withPageKeys } from '@/domain/survey/edit/page-keys'
import { fromTable, toTable } from '@/domain/survey/translation/csv'
import { operationsOf, planImport } from '@/domain/survey/translation/plan-import'
import { publishedTexts, stateOf } from '@/domain/survey/translation/state'
import { textsOf } from '@/domain/survey/translation/texts'
import { readXliff, writeXliff, type XmlElement } from '@/domain/survey/translation/xliff'
import { startDraft } from '~tests/support/random-edits'

const draft: Draft = withPageKeys({
  touchpoint: 't',
  locales: ['en', 'de'],
  title: { en: 'Title', de: 'Titel' },
  idleSeconds: 60,
  pages: [
    {
      title: 'Page',
      questions: [
        { key: 'nps', kind: 'nps', text: 'Recommend?', ends: { low: 'Never' } },
        {
          key: 'why',
          kind: 'single_choice',
          text: { en: 'Why {{answer.nps}} & <more>?', de: 'Warum {{answer.nps}}?' },
          hint: '=1+1',
          options: [{ key: 'a', text: 'A' }],
        },
      ],
    },
  ],
  thanks: [{ outcome: 'quota_full', text: 'Full', link: { url: 'https://a.example', text: 'On' } }],
})
const done = (operations: Parameters<typeof applyAll>[1]): Draft => {
  const applied = applyAll(draft, operations)
  if ('obstacle' in applied) throw new Error(JSON.stringify(applied.obstacle))
  return applied.draft
}

test('every text has an id of its own, in the order of the survey', () => {
  expect(textsOf(draft).map(({ id }) => id)).toEqual([
    'title',
    'page.page-1.title',
    'question.nps.text',
    'question.nps.ends.low',
    'question.why.text',
    'question.why.hint',
    'question.why.options.a',
    'thanks.0.text',
    'thanks.0.link',
  ])
  const ids = textsOf(startDraft()).map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a translation is missing, the same, done, or outdated since the source changed after it was published', () => {
  const stateIn = (now: Draft, id: string, before?: Draft) => {
    const text = textsOf(now).find((one) => one.id === id)
    return text && stateOf(text, 'de', now.locales, publishedTexts(before))
  }
  expect(stateIn(draft, 'title')).toBe('done')
  expect(stateIn(draft, 'question.nps.text')).toBe('missing')
  expect(stateIn({ ...draft, title: { en: 'Same', de: 'Same' } }, 'title')).toBe('same')
  expect(stateIn({ ...draft, title: { en: 'Another', de: 'Titel' } }, 'title', draft)).toBe('outdated')
  expect(stateIn({ ...draft, title: { en: 'Another', de: 'Anderer' } }, 'title', draft)).toBe('done')
  expect(textsOf(draft).map((text) => stateOf(text, 'en', draft.locales, new Map()))).not.toContain('missing')
})

describe('a file of translations', () => {
  const bring = (id: string, words: string, more: object = {}) => ({ line: 2, id, locale: 'de', words, ...more })
  test('changes what fits, wherever in the survey it stands, and can be taken back', () => {
    const plan = planImport(
      draft,
      textsOf(draft).map(({ id }, index) => bring(id, `de ${index}`, { line: index + 2 })),
    )
    expect(plan.faults).toEqual([])
    const translated = done(operationsOf(draft, plan))
    const again = planImport(
      translated,
      textsOf(draft).map(({ id }, index) => bring(id, `de ${index}`)),
    )
    expect(again).toMatchObject({ changes: [], unchanged: 9 })
    expect(translated.pages[0]?.questions[0]).toMatchObject({
      text: { en: 'Recommend?', de: 'de 2' },
      ends: { low: { de: 'de 3' } },
    })
    expect(translated.thanks[0]).toMatchObject({ link: { url: 'https://a.example', text: { en: 'On', de: 'de 8' } } })
  })
  test.each([
    [bring('nowhere', 'x'), 'unknown_text'],
    [bring('title', 'x', { locale: 'fr' }), 'unknown_language'],
    [bring('title', 'x'.repeat(5001)), 'too_long'],
    [bring('title', 'x', { source: 'Something else' }), 'source_changed'],
    [bring('title', 'x {{answer.nps}}'), 'quotes'],
  ])('is refused where it doesn’t fit: %j', (brought, fault) => {
    expect(planImport(draft, [brought])).toMatchObject({ changes: [], faults: [{ line: 2, fault }] })
  })
  test('says nothing about empty cells and the first language, and takes a text once', () => {
    expect(planImport(draft, [bring('title', ' '), bring('title', 'x', { locale: 'en' })])).toEqual({
      changes: [],
      faults: [],
      unchanged: 0,
    })
    expect(planImport(draft, [bring('title', 'x'), bring('title', 'y')]).faults).toMatchObject([{ fault: 'twice' }])
  })
})

test('a table comes back as it went, formulas and apostrophes included', () => {
  const odd: Draft = { ...draft, title: { en: 'T', de: "'-x" }, thanks: [{ text: { en: "'tis", de: '@all' } }] }
  const { fields, data } = toTable(odd)
  const rows = data.map((cells) => Object.fromEntries(fields.map((field, at) => [field, cells[at] ?? ''])))
  expect(data.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
  const read = fromTable(odd, fields, rows)
  if ('fault' in read) throw new Error(read.fault)
  expect(planImport(odd, read.brought)).toMatchObject({ changes: [], faults: [], unchanged: 3 })
  expect(fromTable(odd, ['key'], [])).toEqual({ fault: 'no_id' })
  expect(fromTable(odd, ['id', 'fr'], [])).toEqual({ fault: 'no_language' })
})

describe('XLIFF', () => {
  const xliff = writeXliff(draft, 'survey', 'de')
  test('keeps quotes of answers whole and escapes the rest', () => {
    expect(xliff).toContain('<source xml:space="preserve">Why <ph id="1" disp="{{answer.nps}}"/> &amp; &lt;more&gt;?</source>')
    expect(xliff).toContain('<target xml:space="preserve">Warum <ph id="1" disp="{{answer.nps}}"/>?</target>')
    expect(xliff).toContain('srcLang="en" trgLang="de"')
    expect(writeXliff({ ...draft, title: 'bell \u0007 & \r' }, 's', 'de')).toContain('bell <cp hex="0007"/> &amp; &#13;')
  })
  test('is read from its elements; a placeholder may have lost all but its id', () => {
    const element = (name: string, attributes: Record<string, string>, ...children: (XmlElement | string)[]): XmlElement => ({
      name,
      attributes,
      children,
    })
    const ph = element('ph', { id: '1', disp: '{{answer.nps}}' })
    const unit = element(
      'unit',
      { id: 'question.why.text' },
      element(
        'segment',
        {},
        element('source', {}, 'Why ', ph, ' & <more>?'),
        element('target', {}, element('mrk', {}, 'Weshalb '), element('ph', { id: '1' }), element('cp', { hex: '0021' })),
      ),
    )
    const root = element('xliff', { version: '2.1', srcLang: 'en', trgLang: 'de' }, element('file', {}, '\n', unit))
    const read = readXliff(root)
    if ('fault' in read) throw new Error(read.fault)
    expect(read.brought).toEqual([
      {
        line: 1,
        id: 'question.why.text',
        locale: 'de',
        words: 'Weshalb {{answer.nps}}!',
        source: 'Why {{answer.nps}} & <more>?',
      },
    ])
    expect(planImport(draft, read.brought).changes).toMatchObject([
      { was: 'Warum {{answer.nps}}?', words: 'Weshalb {{answer.nps}}!' },
    ])
    expect(readXliff(element('html', {}))).toEqual({ fault: 'no_xliff' })
    expect(readXliff(element('xliff', { version: '1.2' }))).toEqual({ fault: 'version' })
    expect(readXliff(element('xliff', { version: '2.0' }))).toEqual({ fault: 'languages' })
  })
})
