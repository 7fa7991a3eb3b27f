import { describe, expect, test } from 'vitest'
import { freeKey, numberedKey } from '@/domain/free-key'
import type { Question, SurveyDefinition } from '@/domain/survey/definition'
import { apply, applyAll } from '@/domain/survey/edit/apply'
import { addPage, addQuestion } from '@/domain/survey/edit/blank'
import { blankSurvey } from '@/domain/survey/edit/blank-survey'
import { duplicate } from '@/domain/survey/edit/duplicate'
import { insist } from '@/domain/survey/edit/insist'
import { isProvisional, makeKey } from '@/domain/survey/edit/make-key'
import { merge } from '@/domain/survey/edit/merge'
import type { Draft, Operation } from '@/domain/survey/edit/operation'
import { withPageKeys } from '@/domain/survey/edit/page-keys'
import { pasteOptions, readCells } from '@/domain/survey/edit/paste-options'
import { findQuestion, pageOf } from '@/domain/survey/edit/places'
import { placeOfPath } from '@/domain/survey/edit/problem'
import { moveStep, moveTo, remove } from '@/domain/survey/edit/rearrange'
import { rebase } from '@/domain/survey/edit/rebase'
import { remember } from '@/domain/survey/edit/remember'
import { renameKey } from '@/domain/survey/edit/rename'
import { holderOf, isSamePlace } from '@/domain/survey/edit/same-place'
import { openSession } from '@/domain/survey/edit/session'
import { trace } from '@/domain/survey/edit/trace'
import { textIn, withText } from '@/domain/survey/edit/write-text'

const low = { field: 'answer.nps', op: 'lte', value: 6 } as const
const draft: Draft = {
  touchpoint: 'delivery',
  locales: ['en', 'zh-CN'],
  title: { en: 'T' },
  idleSeconds: 60,
  thanks: [{ when: low, text: { en: 'Sorry, {{answer.contact.name|friend}}' } }, { text: 'Thanks' }],
  quotas: [{ key: 'low', when: low, limit: 5 }],
  pages: [
    { key: 'a', questions: [{ key: 'nps', kind: 'nps', text: { en: 'N' } }], jumps: [{ when: { not: low }, page: 'c' }] },
    {
      key: 'b',
      showIf: low,
      questions: [
        {
          key: 'why',
          kind: 'multi_choice',
          text: 'You said {{answer.nps}}',
          options: [
            { key: 'late', text: 'Late' },
            { key: 'none', text: 'None', exclusive: true },
          ],
        },
        { key: 'more', kind: 'text', text: 'More', showIf: { all: [low, { field: 'answer.why', op: 'in', value: ['late'] }] } },
      ],
    },
    { key: 'c', questions: [{ key: 'contact', kind: 'contact', text: 'You', fields: ['name'] }] },
  ],
}
const done = (operations: readonly Operation[], on: Draft = draft): Draft => {
  const applied = applyAll(on, operations)
  if ('obstacle' in applied) throw new Error(JSON.stringify(applied.obstacle))
  return applied.draft
}
const keysOf = (one: SurveyDefinition) => one.pages.map(({ questions }) => questions.map(({ key }) => key))

describe('keys', () => {
  test.each([
    ['How fast was it?', 'text', 'how_fast_was_it'],
    ['Was war schön an Ägypten?', 'text', 'was_war_schon_an_agypten'],
    ['您觉得怎么样？', 'text', 'text'],
    ['3 stars', 'option', 'option_3_stars'],
    ['NPS', 'text', 'nps_2'],
    ['constructor', 'option', 'constructor_2'],
    ['Hello {{answer.name}}', 'text', 'hello'],
    ['We’d like to know how likely you are to recommend us to friends', 'text', 'wed_like_to_know_how_likely_you'],
  ])('%s is %s %s', (text, fallback, key) => {
    expect(makeKey(text, fallback, () => false)).toBe(key)
  })
  test('are made free, and told from those that wait for a text', () => {
    expect(makeKey('Speed', 'text', (key) => key === 'speed')).toBe('speed_2')
    expect(freeKey('page', (key) => key === 'page', '-')).toBe('page-2')
    expect(numberedKey('x'.repeat(64), () => false)).toHaveLength(62)
    expect(['rating', 'rating_2', 'option_14'].map(isProvisional)).toEqual([true, true, true])
    expect(['nps', 'speed', 'rating_of_speed'].map(isProvisional)).toEqual([false, false, false])
  })
  test('pages without one get the same for everybody', () => {
    const bare = { ...draft, pages: [{ questions: [] }, { key: 'page-1', questions: [] }, { questions: [] }] }
    expect(withPageKeys(bare).pages.map(({ key }) => key)).toEqual(['page-1-2', 'page-1', 'page-3'])
    expect(withPageKeys(draft)).toBe(draft)
  })
})

describe('renaming', () => {
  test('a question takes along all logic and every text that quotes it', () => {
    const renamed = done(renameKey(draft, ['question', 'nps'], 'score'))
    const asks = { ...low, field: 'answer.score' }
    expect(renamed.pages[1]?.showIf).toEqual(asks)
    expect(renamed.pages[0]?.jumps?.[0]?.when).toEqual({ not: asks })
    expect(renamed.quotas?.[0]?.when).toEqual(asks)
    expect(renamed.thanks[0]?.when).toEqual(asks)
    expect(findQuestion(renamed, 'why')?.text).toBe('You said {{answer.score}}')
    expect(findQuestion(renamed, 'more')?.showIf).toMatchObject({ all: [asks, { field: 'answer.why' }] })
  })
  test('an option is followed by the conditions that name it, a page by its jumps, a part by its quotes', () => {
    const option = done(renameKey(draft, ['option', 'why', 'late'], 'too_late'))
    expect(findQuestion(option, 'more')?.showIf).toMatchObject({ all: [low, { value: ['too_late'] }] })
    expect(done(renameKey(draft, ['page', 'c'], 'end')).pages[0]?.jumps?.[0]).toMatchObject({ page: 'end' })
    expect(done(renameKey(draft, ['quota', 'low'], 'lower')).quotas?.[0]?.key).toBe('lower')
    expect(done(renameKey(draft, ['question', 'contact'], 'you')).thanks[0]?.text).toEqual({
      en: 'Sorry, {{answer.you.name|friend}}',
    })
  })
  test('to a key that is taken is refused', () => {
    expect(apply(draft, { do: 'set', at: ['question', 'why'], name: 'key', was: 'why', to: 'nps' })).toMatchObject({
      obstacle: { why: 'taken' },
    })
  })
})

describe('arranging', () => {
  test('a question goes from page to page at their ends, and stays where there is no further', () => {
    expect(keysOf(done(moveStep(draft, ['question', 'nps'], 1)))).toEqual([[], ['nps', 'why', 'more'], ['contact']])
    expect(keysOf(done(moveStep(draft, ['question', 'contact'], -1)))).toEqual([['nps'], ['why', 'more', 'contact'], []])
    expect(keysOf(done(moveStep(draft, ['question', 'more'], -1)))).toEqual([['nps'], ['more', 'why'], ['contact']])
    expect(moveStep(draft, ['question', 'nps'], -1)).toEqual([])
    expect(moveStep(draft, ['page', 'a'], -1)).toEqual([])
    expect(done(moveStep(draft, ['page', 'a'], 1)).pages.map(({ key }) => key)).toEqual(['b', 'a', 'c'])
    expect(keysOf(done(moveTo(draft, ['question', 'nps'], ['questions', 'b'], 'why')))[1]).toEqual(['why', 'nps', 'more'])
    expect(moveTo(draft, ['question', 'gone'], ['questions', 'b'], null)).toEqual([])
    expect(remove(draft, ['question', 'gone'])).toEqual([])
  })
  test('a copied page asks its own copies', () => {
    const copy = duplicate(draft, ['page', 'b'])
    const copied = done(copy?.operations ?? [])
    expect(keysOf(copied)).toEqual([['nps'], ['why', 'more'], ['why_2', 'more_2'], ['contact']])
    expect(findQuestion(copied, 'more_2')?.showIf).toMatchObject({ all: [low, { field: 'answer.why_2' }] })
    expect(duplicate(draft, ['question', 'why'], new Set(['why_2']))?.key).toBe('why_3')
    expect(duplicate(draft, ['question', 'gone'])).toBeUndefined()
    expect(duplicate(draft, ['page', 'gone'])).toBeUndefined()
  })
  test('what is added comes behind what it is to follow', () => {
    expect(addQuestion(draft, { kind: 'nps', page: 'c', after: 'contact' }).key).toBe('nps_2')
    expect(addPage(draft, 'a').key).toBe('page-4')
    expect(blankSurvey('delivery', 'New', 'en')).toMatchObject({
      title: { en: 'New' },
      pages: [{ key: 'page-1', questions: [] }],
    })
  })
})

describe('pasting', () => {
  const paste = (text: string, more: object = {}) =>
    pasteOptions(text, { locales: ['en', 'zh-CN'], locale: 'en', fallback: 'option', taken: [], ...more })
  test('cells may be quoted and hold line ends', () => {
    expect(readCells('a\t"b ""c""\nd"\r\n\r\n e ')).toEqual([['a', 'b "c"\nd'], ['e']])
  })
  test('lines are texts in the language at hand', () => {
    expect(paste('Tea\nGreen tea\n\nTea')).toEqual([
      { key: 'tea', text: { en: 'Tea' } },
      { key: 'green_tea', text: { en: 'Green tea' } },
      { key: 'tea_2', text: { en: 'Tea' } },
    ])
    expect(paste('茶', { locale: 'zh-CN', taken: ['option'] })).toEqual([{ key: 'option_2', text: { 'zh-CN': '茶' } }])
    expect(paste('Tea', { locales: ['en'] })).toEqual([{ key: 'tea', text: 'Tea' }])
    expect(paste('  \n')).toEqual([])
  })
  test('columns are languages, or a key and a text, or what a heading says', () => {
    expect(paste('Tea\t茶')).toEqual([{ key: 'tea', text: { en: 'Tea', 'zh-CN': '茶' } }])
    expect(paste('t\tTea', { locales: ['en'] })).toEqual([{ key: 't', text: 'Tea' }])
    expect(paste('t\tTea\t茶\nc\tCoffee\t咖啡').map(({ key }) => key)).toEqual(['t', 'c'])
    expect(paste('zh-CN\tkey\n茶\tT\n水\tT')).toEqual([
      { key: 'T', text: { 'zh-CN': '茶' } },
      { key: 't', text: { 'zh-CN': '水' } },
    ])
  })
})

describe('texts by language', () => {
  const locales = ['en', 'zh-CN']
  test('are read and written one language at a time', () => {
    expect(textIn('A', 'en', locales)).toBe('A')
    expect(textIn('A', 'zh-CN', locales)).toBe('')
    expect(textIn(undefined, 'en', locales)).toBe('')
    expect(withText('A', 'zh-CN', '甲', locales)).toEqual({ en: 'A', 'zh-CN': '甲' })
    expect(withText('A', 'en', 'B', locales)).toBe('B')
    expect(withText({ en: 'A', 'zh-CN': '甲' }, 'en', '', locales)).toEqual({ 'zh-CN': '甲' })
    expect(withText({ en: 'A' }, 'en', '', locales)).toBeUndefined()
    expect(withText(undefined, 'zh-CN', '甲', locales)).toEqual({ 'zh-CN': '甲' })
    expect(withText(undefined, 'en', 'A', ['en'])).toBe('A')
  })
})

describe('merging', () => {
  test.each([
    [{ en: 'A' }, { en: 'B' }, { en: 'A', 'zh-CN': '甲' }, { en: 'B', 'zh-CN': '甲' }],
    [undefined, { en: 'B' }, { 'zh-CN': '甲' }, { en: 'B', 'zh-CN': '甲' }],
    [
      [{ text: 'a' }, { text: 'b' }],
      [{ text: 'x' }, { text: 'b' }],
      [{ text: 'a' }, { text: 'y' }],
      [{ text: 'x' }, { text: 'y' }],
    ],
    ['A', 'A ', 'B', 'B'],
    [['a'], ['a', 'b'], ['c'], ['b', 'c']],
    [{ a: 1, b: 2 }, { a: 1 }, { a: 3, b: 2 }, { a: 3 }],
  ])('of %j, %j and %j is %j', (was, theirs, mine, value) => {
    expect(merge(was, theirs, mine)).toEqual({ value })
  })
  test.each([
    ['A', 'B', 'C'],
    [low, { ...low, op: 'gte' }, { ...low, value: 3 }],
    [{ a: 1 }, { a: 2 }, { a: 3 }],
  ])('of %j, %j and %j is nobody’s', (was, theirs, mine) => {
    expect(merge(was, theirs, mine)).toBe('conflict')
  })
})

describe('somebody else’s work', () => {
  const set = (key: string, to: string): Operation => ({ do: 'set', at: ['question', key], name: 'text', was: 'More', to })
  test('what they took away, changed or put elsewhere stands against mine', () => {
    const gone = done(remove(draft, ['question', 'more']))
    expect(rebase(gone, [set('more', 'Even more')]).conflicts).toMatchObject([{ why: 'gone' }])
    const edited = done([set('more', 'Theirs')])
    const [conflict] = rebase(edited, remove(draft, ['question', 'more'])).conflicts
    expect(conflict).toMatchObject({ why: 'differs', current: { text: 'Theirs' } })
    expect(conflict && insist(conflict)).toMatchObject({ do: 'remove', item: { text: 'Theirs' } })
    const moved = done(moveTo(draft, ['question', 'more'], ['questions', 'c'], null))
    const [elsewhere] = rebase(moved, moveTo(draft, ['question', 'more'], ['questions', 'a'], null)).conflicts
    expect(elsewhere && insist(elsewhere)).toMatchObject({ do: 'move', from: ['questions', 'c'] })
    expect(insist({ why: 'gone', operation: set('more', 'x') })).toBeUndefined()
    expect(pageOf(done(remove(moved, ['question', 'nps']), moved), 'more')?.key).toBe('c')
  })
  test('an option, a quota and a page added under one key get another each, with all that was done to them', () => {
    const option = { do: 'insert', in: ['options', 'why'], after: 'late', item: { key: 'x', text: 'Mine' } } as const
    const page = { do: 'insert', in: ['pages'], after: 'c', item: { key: 'd', questions: [] } } as const
    const quota = { do: 'insert', in: ['quotas'], after: null, item: { key: 'q', limit: 1 } } as const
    const inside = { do: 'insert', in: ['questions', 'd'], after: null, item: { key: 'new', kind: 'text', text: '' } } as const
    const theirs = done([
      { ...option, item: { key: 'x', text: 'Theirs' } },
      { ...page, item: { key: 'd', questions: [], randomize: true } },
      { ...quota, item: { key: 'q', limit: 2 } },
    ])
    const { draft: both, conflicts } = rebase(theirs, [
      option,
      { do: 'set', at: ['option', 'why', 'x'], name: 'anchored', was: undefined, to: true },
      { do: 'move', key: 'x', from: ['options', 'why'], to: ['options', 'why'], after: null },
      page,
      inside,
      { do: 'move', key: 'new', from: ['questions', 'd'], to: ['questions', 'c'], after: 'contact' },
      quota,
    ])
    expect(conflicts).toEqual([])
    const why = findQuestion(both, 'why')
    expect(why && 'options' in why && why.options.map(({ key }) => key)).toEqual(['x_2', 'late', 'x', 'none'])
    expect(both.pages.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd-2', 'd'])
    expect(pageOf(both, 'new')?.key).toBe('c')
    expect(both.quotas?.map(({ key }) => key)).toEqual(['q_2', 'q', 'low'])
  })
})

test('a path of the definition is a place of the editor', () => {
  expect(placeOfPath(draft, ['pages', 1, 'questions', 0, 'options', 1, 'showIf'])).toEqual({
    place: ['option', 'why', 'none'],
    name: 'showIf',
  })
  expect(placeOfPath(draft, ['pages', 1, 'questions', 0, 'minimum'])).toEqual({ place: ['question', 'why'], name: 'minimum' })
  expect(placeOfPath(draft, ['pages', 0, 'jumps', 0, 'page'])).toEqual({ place: ['page', 'a'], name: 'jumps' })
  expect(placeOfPath(draft, ['quotas', 0, 'when'])).toEqual({ place: ['quota', 'low'], name: 'when' })
  expect(placeOfPath(draft, ['thanks', 0, 'when'])).toEqual({ place: [], name: 'thanks' })
  expect([holderOf(['option', 'why', 'late']), holderOf(['quota', 'low']), holderOf(['page', 'a'])]).toEqual([
    ['question', 'why'],
    [],
    ['page', 'a'],
  ])
  expect(isSamePlace(['page', 'a'], ['page', 'b'])).toBe(false)
  expect(openSession(draft, 1).draft).toBe(draft)
})

describe('the way through a survey', () => {
  const around = { locale: 'en' }
  test('tells why each page and question is there or not', () => {
    const happy = trace(draft, { nps: 9 }, around)
    expect(happy.pages.map(({ way }) => way)).toEqual(['shown', 'jumped', 'shown'])
    expect(happy.pages[0]?.jump).toBe(0)
    expect(happy.thanks?.text).toBe('Thanks')
    const unhappy = trace(draft, { nps: 2 }, around)
    expect(unhappy.pages.map(({ way }) => way)).toEqual(['shown', 'shown', 'shown'])
    expect(unhappy.pages[1]?.questions).toEqual([
      { key: 'why', way: 'shown' },
      { key: 'more', way: 'hidden' },
    ])
    expect(unhappy.quotas).toEqual(['low'])
  })
  test('an end, an empty page and a condition that doesn’t hold are told apart', () => {
    const [a, b, c] = draft.pages
    const ended = trace({ ...draft, pages: [{ ...a, jumps: [{ end: 'disqualified' }] }, b, c] as never }, { nps: 2 }, around)
    expect(ended.pages.map(({ way }) => way)).toEqual(['shown', 'ended', 'ended'])
    expect(ended).toMatchObject({ outcome: 'disqualified', quotas: [] })
    const questions = [{ ...(c?.questions[0] as Question), showIf: low }]
    const empty = trace({ ...draft, pages: [{ ...a, jumps: [] }, b, { ...c, questions }] as never }, { nps: 9 }, around)
    expect(empty.pages.map(({ way }) => way)).toEqual(['shown', 'hidden', 'empty'])
  })
})

test('of old versions only what was asked under keys that are gone is remembered', () => {
  const version = (number: number, ...keys: string[]) => ({
    number,
    definition: { ...draft, pages: [{ questions: keys.map((key) => ({ key, kind: 'text', text: `${number}` }) as Question) }] },
  })
  const [newest, older] = remember([version(1, 'a', 'b'), version(3, 'a', 'c'), version(2, 'b', 'd')])
  expect(newest?.number).toBe(3)
  expect(older?.definition.pages[0]?.questions.map(({ key, text }) => [key, text])).toEqual([
    ['b', '2'],
    ['d', '2'],
  ])
  expect(remember([])).toEqual([])
  expect(remember([version(1, 'a')])).toHaveLength(1)
})
