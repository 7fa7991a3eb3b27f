import { expect, test } from 'vitest'
import type { ExportRow } from '@/domain/export/export'
import { layoutOf } from '@/domain/export/layout'
import { objectsOf } from '@/domain/export/to-object'
import { answerWords } from '@/i18n/answer-words'
import { exportWords } from '@/i18n/export-words'
import { allKinds } from '~tests/support/all-kinds'
import { bookOf, rowOf } from '~tests/support/export-book'

const answers: ExportRow['answers'] = {
  nps: 9,
  csat: 4,
  quiet: 35,
  drink: { other: 'Maté' },
  liked: ['pool', 'view'],
  city: 'ghent',
  picture: 'sea',
  order: ['clean', 'price'],
  parts: { desk: 'good', wifi: 'bad' },
  spent: { work: 70, rest: 30 },
  gap: { experience: 5, expectation: 7, importance: 9 },
  short: 'Fine',
  nights: 2.5,
  day: '2026-04-30',
  person: { name: 'Mei', phone: '+86 139' },
  files: ['0190a0b0-0000-7000-8000-00000000000a', '0190a0b0-0000-7000-8000-00000000000b'],
  agreed: true,
}
const tellAll = (values: 'labels' | 'codes', locale = 'en') => {
  const words = exportWords(locale)
  const layout = layoutOf(bookOf(allKinds('desk'), { values, locale }), words)
  const cells = layout.cellsOf(rowOf({ answers }))
  return {
    ...layout,
    answered: Object.fromEntries(
      layout.columns.flatMap(({ key }, index) =>
        key.startsWith('answer.') && cells[index] !== null ? [[key, cells[index]]] : [],
      ),
    ),
    fixed: Object.fromEntries(
      layout.columns.flatMap(({ key }, index) => (key.startsWith('answer.') ? [] : [[key, cells[index]]])),
    ),
  }
}

test('every kind of question has its columns: answers in parts one for each, one’s own words beside the choice', () => {
  expect(tellAll('codes').answered).toEqual({
    'answer.nps': 9,
    'answer.csat': 4,
    'answer.quiet': 35,
    'answer.drink': 'other',
    'answer.drink.other': 'Maté',
    'answer.liked': 'pool; view',
    'answer.city': 'ghent',
    'answer.picture': 'sea',
    'answer.order.price': 2,
    'answer.order.clean': 1,
    'answer.parts.desk': 'good',
    'answer.parts.wifi': 'bad',
    'answer.spent.work': 70,
    'answer.spent.rest': 30,
    'answer.gap.experience': 5,
    'answer.gap.expectation': 7,
    'answer.gap.importance': 9,
    'answer.short': 'Fine',
    'answer.nights': 2.5,
    'answer.day': '2026-04-30',
    'answer.person.name': 'Mei',
    'answer.person.phone': '+86 139',
    'answer.files': '0190a0b0-0000-7000-8000-00000000000a; 0190a0b0-0000-7000-8000-00000000000b',
    'answer.agreed': true,
  })
})

test('labels are in the reader’s language, scales and ranks stay numbers', () => {
  expect(tellAll('labels', 'zh-CN').answered).toMatchObject({
    'answer.nps': 9,
    'answer.drink': '其他',
    'answer.drink.other': 'Maté',
    'answer.liked': '泳池; 景色',
    'answer.order.clean': 1,
    'answer.parts.desk': '好',
    'answer.agreed': '是',
  })
  const { headings } = tellAll('labels', 'zh-CN')
  expect(headings).toContain('以下各项如何？ – 前台 [answer.parts.desk]')
  expect(headings).toContain('服务 – 期望 [answer.gap.expectation]')
  expect(tellAll('labels').headings).toContain('What happened, dear guest? [answer.long]')
})

test('a statement has no column, and no heading comes twice', () => {
  for (const values of ['labels', 'codes'] as const) {
    const { headings, columns } = tellAll(values)
    expect(new Set(headings).size).toBe(headings.length)
    expect(columns.some(({ key }) => key === 'answer.note')).toBe(false)
  }
})

test('a response without a channel came through its touchpoint’s, and what isn’t known is empty', () => {
  expect(tellAll('labels').fixed).toMatchObject({
    'touchpoint.key': 'Front desk',
    'response.channel': 'Email',
    'response.status': 'Completed',
    'response.source': null,
    'score.nps.category': 'Promoter',
    'score.csat': null,
    tags: 'VIP; call',
    cases: '7',
    'customer.tier': 'gold',
    'context.shop': 's1',
  })
  expect(tellAll('codes').fixed).toMatchObject({ 'touchpoint.key': 'desk', 'response.channel': 'email', survey: 'stay' })
})

test('an answer of a version that isn’t known, or of a question that is gone, breaks nothing', () => {
  const { cellsOf } = tellAll('labels')
  expect(cellsOf(rowOf({ version: 2, answers })).includes(9)).toBe(true)
  expect(() => cellsOf(rowOf({ answers: { toString: 'x', gone: 1, parts: ['not', 'a', 'record'] } as never }))).not.toThrow()
})

test('as an object, labels stand beside the answer as it was given', () => {
  const tell = (values: 'labels' | 'codes') =>
    objectsOf(bookOf(allKinds('desk'), { values, locale: 'zh-CN' }), answerWords('zh-CN'))(rowOf({ answers })) as Record<
      string,
      never
    >
  expect(tell('labels')).toMatchObject({
    survey: { key: 'stay', title: '您的入住' },
    answers: { parts: { question: '以下各项如何？', value: { desk: 'good', wifi: 'bad' }, label: '前台: 好; 网络: 差' } },
  })
  expect(tell('codes')).toMatchObject({
    survey: 'stay',
    touchpoint: 'desk',
    answers,
    channel: 'email',
    customer: { name: 'Mei' },
  })
})
