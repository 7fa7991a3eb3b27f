import '@/widget/view/install-parts'
import { expect, test } from 'vitest'
import type { SurveyDefinition } from '@/domain/survey/definition'
import { findVisible } from '@/domain/survey/visibility'
import { findFaults, usable } from '@/widget/steps'
import { isSurelyLast } from '@/widget/surely-last'

const options = [
  { key: 'a', text: 'A' },
  { key: 'b', text: 'B' },
]
const definition: SurveyDefinition = {
  touchpoint: 't',
  locales: ['en'],
  title: 'T',
  idleSeconds: 60,
  thanks: [],
  pages: [
    { questions: [{ key: 'nps', kind: 'nps', required: true, text: 'NPS?' }] },
    {
      showIf: { field: 'answer.nps', op: 'lte', value: 6 },
      questions: [
        { key: 'many', kind: 'multi_choice', text: 'Many?', options, other: true, minimum: 2, maximum: 2 },
        { key: 'reason', kind: 'text', text: 'Why?', maxLength: 5 },
      ],
    },
  ],
}
const pageAt = (index: number, answers: Record<string, never> | Record<string, number>) => {
  const page = findVisible(definition, answers).pages.find((one) => one.index === index)
  if (!page) throw new Error(`page ${index} is hidden`)
  return page
}

test('answers that fit are kept, the others left out', () => {
  expect(usable(definition, { nps: 11, many: ['a', { other: '  ' }], reason: '   ', nonsense: 1 })).toEqual({ many: ['a'] })
  expect(usable(definition, { nps: 3, many: [{ other: ' x ' }] })).toEqual({ nps: 3, many: [{ other: 'x' }] })
})

test('faults name what the customer sees and has to mend', () => {
  expect(findFaults(pageAt(0, {}), {})).toEqual({ nps: { code: 'required' } })
  expect(findFaults(pageAt(0, {}), { nps: 'x' })).toEqual({ nps: { code: 'wrong_type', wanted: 'number' } })
  const second = pageAt(1, { nps: 2 })
  expect(findFaults(second, { many: ['a', { other: '' }], reason: 'too long' })).toEqual({
    many: { code: 'too_few', minimum: 2 },
    reason: { code: 'too_long', maximum: 5 },
  })
  expect(findFaults(second, {})).toEqual({})
})

test('the button promises the end only where no answer can bring another page', () => {
  expect(isSurelyLast(definition, {}, 0, {})).toBe(false)
  expect(isSurelyLast(definition, { nps: 3 }, 0, {})).toBe(false)
  expect(isSurelyLast(definition, { nps: 9 }, 0, {})).toBe(true)
  expect(isSurelyLast(definition, { nps: 3 }, 1, {})).toBe(true)
})
