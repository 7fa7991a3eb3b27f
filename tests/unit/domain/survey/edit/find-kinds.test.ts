import { expect, test } from 'vitest'
import { questionKinds } from '@/domain/survey/definition'
import { findKinds, kindGroups } from '@/domain/survey/edit/find-kinds'
import en from '@/i18n/messages/en.json' with { type: 'json' }
import zh from '@/i18n/messages/zh-CN.json' with { type: 'json' }

const order = kindGroups.flatMap(({ kinds }) => kinds)
const kindsIn = ({ survey, editor }: typeof en) =>
  order.map((kind) => ({ kind, name: survey.kind[kind], hint: editor.kindHint[kind] }))
const find = {
  en: (typed: string) => findKinds(kindsIn(en), typed),
  zh: (typed: string) => findKinds(kindsIn(zh as typeof en), typed),
}

test('every kind is in one group of the menu, and all of them are offered before anything is typed', () => {
  expect([...order].sort()).toEqual([...questionKinds].sort())
  expect(find.en('  ')).toEqual(order)
})

test.each([
  ['several', 'multi_choice'],
  ['Several cho', 'multi_choice'],
  ['one', 'single_choice'],
  ['stars', 'rating'],
  ['dropdown', 'dropdown'],
  ['drop down', 'dropdown'],
  ['select', 'dropdown'],
  ['checkbox', 'multi_choice'],
  ['radio', 'single_choice'],
  ['NPS', 'nps'],
  ['csat', 'csat'],
  ['effort', 'ces'],
  ['email', 'contact'],
  ['E-mail', 'contact'],
  ['phone', 'contact'],
  ['upload', 'file'],
  ['comment', 'text'],
  ['open', 'text'],
  ['grid', 'matrix'],
  ['points', 'constant_sum'],
  ['picture', 'image_choice'],
  ['order', 'ranking'],
  ['terms', 'consent'],
  ['text', 'text'],
  ['date', 'date'],
  ['intro', 'statement'],
])('“%s” means %s first', (typed, kind) => {
  expect(find.en(typed)[0]).toBe(kind)
})

test.each([
  ['多选', 'multi_choice'],
  ['复选', 'multi_choice'],
  ['单选', 'single_choice'],
  ['星级', 'rating'],
  ['下拉', 'dropdown'],
  ['邮箱', 'contact'],
  ['电话', 'contact'],
  ['上传', 'file'],
  ['评论', 'text'],
  ['满意', 'csat'],
  ['推荐', 'nps'],
  ['隐私', 'consent'],
  ['nps', 'nps'],
  ['email', 'contact'],
  ['checkbox', 'multi_choice'],
])('“%s” means %s first, in Chinese too', (typed, kind) => {
  expect(find.zh(typed)[0]).toBe(kind)
})

test('a name that begins so comes before a word of a name, that before another name, and that before a description', () => {
  // “Choice of pictures” begins so; “One choice” has the word; nothing else of them is asked.
  const found = find.en('choice')
  expect(found[0]).toBe('image_choice')
  expect(found.slice(1, 3)).toEqual(['single_choice', 'multi_choice'])
  // “One of several” is only a description.
  expect(find.en('several').indexOf('single_choice')).toBeGreaterThan(0)
  expect(find.en('nothing is called so')).toEqual([])
})
