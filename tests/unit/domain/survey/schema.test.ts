import { expect, test } from 'vitest'
import { parse } from '@/domain/parse'
import { surveySchema } from '@/domain/survey/schema'
import { everyKind } from '~tests/support/definitions'

const faults = (input: unknown): string[] => {
  const parsed = parse(surveySchema, input)
  return 'errors' in parsed ? parsed.errors.map(({ path, message }) => `${path}: ${message}`) : []
}

const minimal = { touchpoint: 'delivery', title: 'Hi', pages: [{ questions: [{ key: 'nps', kind: 'nps', text: 'How?' }] }] }
const withQuestion = (question: object) => ({ ...minimal, pages: [{ questions: [question] }] })

test('a survey of every kind parses to itself, and parsing again changes nothing', () => {
  const once = parse(surveySchema, everyKind)
  if ('errors' in once) throw new Error(JSON.stringify(once.errors))
  expect(once.value).toEqual(everyKind)
  expect(parse(surveySchema, once.value)).toEqual(once)
})

test('addresses and fonts as people write them are taken', () => {
  for (const logo of ['https://bücher.example/l.svg', 'http://localhost:3000/l', 'https://[2001:db8::1]/l', 'https://10.0.0.1/l'])
    expect(faults({ ...minimal, theme: { logo, font: "'Noto Sans', Georgia, sans-serif" } })).toEqual([])
})

test('defaults are filled in', () => {
  const parsed = parse(surveySchema, minimal)
  expect(parsed).toMatchObject({ value: { locales: ['en'], idleSeconds: 60, thanks: [] } })
  expect(parse(surveySchema, { ...minimal, thanks: [{ text: 'Bye', link: 'https://shop.example/review' }] })).toMatchObject({
    value: { thanks: [{ link: { url: 'https://shop.example/review' } }] },
  })
})

test('a language that is named twice is refused where it is', () => {
  expect(faults({ ...minimal, locales: ['en', 'zh-CN', 'en'] })).toEqual(['locales[2]: "en" is named twice'])
  expect(faults({ ...minimal, locales: ['en', 'zh-CN', 'zh-TW'] })).toEqual([])
})

test('logic that would keep every save busy is refused with how much is possible', () => {
  const showIf = { field: 'answer.nps', op: 'in', value: Array.from({ length: 500 }, (_, index) => index) }
  const options = (count: number) => Array.from({ length: count }, (_, index) => ({ key: `o${index}`, text: 'x', showIf }))
  const withOptions = (count: number) => ({
    ...minimal,
    pages: [...minimal.pages, { questions: [{ key: 'a', kind: 'single_choice', text: 'x', options: options(count) }] }],
  })
  expect(faults(withOptions(40))).toEqual([])
  expect(faults(withOptions(41))).toEqual([
    'pages: its conditions compare with 20,500 values in all; at most 20,000 are possible',
  ])
})

test.each([
  [{ ...minimal, pages: [] }, 'pages: needs at least one page'],
  [withQuestion({ key: 'a', kind: 'hologram', text: 'x' }), 'pages[0].questions[0].kind'],
  [withQuestion({ key: 'a', kind: 'rating', scale: 2, text: 'x' }), 'pages[0].questions[0].scale'],
  [withQuestion({ key: 'a', kind: 'text', text: '' }), 'pages[0].questions[0].text: must not be empty'],
  [withQuestion({ key: 'a', kind: 'text', text: {} }), 'pages[0].questions[0].text: needs a text'],
  [withQuestion({ key: '1a', kind: 'text', text: 'x' }), 'pages[0].questions[0].key'],
  [withQuestion({ key: 'nps', kind: 'rating', scale: 5, text: 'x' }), 'pages[0].questions[0].key: "nps" names a metric'],
  [withQuestion({ key: 's', kind: 'statement', required: true, text: 'x' }), 'pages[0].questions[0].required'],
  [{ ...minimal, theme: { font: "Geo'rgia" } }, 'theme.font: must be a list of font names'],
  [{ ...minimal, theme: { logo: 'https://cdn;connect-src/l.svg' } }, 'theme.logo: must be an http(s) address'],
  [
    withQuestion({ key: 'a', kind: 'image_choice', text: 'x', options: [{ key: 'y', text: 'Y', image: 'https://a,b/p.png' }] }),
    'pages[0].questions[0].options[0].image: must be an http(s) address',
  ],
  [withQuestion({ key: 'a', kind: 'single_choice', text: 'x', options: [] }), 'pages[0].questions[0].options'],
  [
    withQuestion({
      key: 'a',
      kind: 'single_choice',
      text: 'x',
      options: [
        { key: 'y', text: 'Y' },
        { key: 'y', text: 'Z' },
      ],
    }),
    'pages[0].questions[0].options[1].key: "y" is used twice',
  ],
  [
    withQuestion({ key: 'a', kind: 'multi_choice', text: 'x', minimum: 3, options: [{ key: 'y', text: 'Y' }] }),
    'pages[0].questions[0].minimum: there are only 1 options',
  ],
  [
    withQuestion({
      key: 'a',
      kind: 'multi_choice',
      text: 'x',
      minimum: 2,
      maximum: 1,
      options: [
        { key: 'y', text: 'Y' },
        { key: 'z', text: 'Z' },
      ],
    }),
    'pages[0].questions[0].minimum: must not be over the maximum',
  ],
  [{ ...minimal, surprise: 1 }, ': Unrecognized key'],
  [{ ...minimal, origins: ['shop.example'] }, 'origins[0]: must be an origin'],
  [{ ...minimal, theme: { color: 'red' } }, 'theme.color: must be a colour'],
])('%j is refused with its place', (input, expected) => {
  expect(faults(input).some((fault) => fault.startsWith(expected))).toBe(true)
})

test('logic that can’t mean anything is found, with its place', () => {
  const twice = { ...minimal, pages: [...minimal.pages, ...minimal.pages] }
  expect(faults(twice)).toContain('pages[1].questions[0].key: "nps" is used twice')
  const ask = (key: string) => ({ field: `answer.${key}`, op: 'exists' })
  const missing = { ...minimal, pages: [{ ...minimal.pages[0], showIf: ask('gone') }] }
  expect(faults(missing)).toContain('pages[0].showIf: asks for "gone", but there is no such question')
  const later = {
    ...minimal,
    pages: [
      {
        questions: [
          { key: 'a', kind: 'text', text: 'x', showIf: { any: [{ not: ask('b') }, ask('a')] } },
          { key: 'b', kind: 'text', text: 'y' },
        ],
      },
    ],
  }
  expect(faults(later)).toEqual([
    'pages[0].questions[0].showIf: asks for "b", which comes later or is the question itself',
    'pages[0].questions[0].showIf: asks for "a", which comes later or is the question itself',
  ])
  expect(faults({ ...minimal, thanks: [{ when: ask('gone'), text: 'x' }] })[0]).toMatch(/^thanks\[0\].when/)
})

test('at most 50 faults are told', () => {
  const questions = Array.from({ length: 90 }, () => ({ key: 'no key!', kind: 'text', text: 'x' }))
  expect(faults({ ...minimal, pages: [{ questions }] }).length).toBe(50)
})
