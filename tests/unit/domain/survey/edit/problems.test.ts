import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDeadLogic } from '@/domain/survey/dead-logic'
import type { Question } from '@/domain/survey/definition'
import { applyAll } from '@/domain/survey/edit/apply'
import { findBroken } from '@/domain/survey/edit/breaks'
import { findProblems } from '@/domain/survey/edit/find-problems'
import type { Draft } from '@/domain/survey/edit/operation'
import { remove } from '@/domain/survey/edit/rearrange'
import { surveySchema } from '@/domain/survey/schema'
import { doWhims, startDraft, whims } from '~tests/support/random-edits'

const isPublishable = (draft: Draft): boolean => {
  const parsed = surveySchema.safeParse(draft)
  return parsed.success && findDeadLogic(parsed.data).length === 0
}

test('an editor calls a draft finished exactly when it could be published', () => {
  fc.assert(
    fc.property(whims(12), (list) => {
      const { draft } = doWhims(startDraft(), list)
      expect([findProblems(draft), isPublishable(draft)]).toEqual(isPublishable(draft) ? [[], true] : [expect.anything(), false])
      expect(findProblems(draft).length === 0).toBe(isPublishable(draft))
    }),
    { numRuns: 150 },
  )
}, 60_000)

const draftOf = (question: object, more: object = {}): Draft => ({
  touchpoint: 't',
  locales: ['en'],
  title: 'T',
  idleSeconds: 60,
  thanks: [],
  pages: [{ key: 'page-1', questions: [{ key: 'q', text: 'Q', ...question } as Question] }],
  ...more,
})
const options = (...keys: string[]) => keys.map((key) => ({ key, text: key }))

test.each([
  [{ kind: 'rating', scale: 2 }, 'scale', 'out_of_range'],
  [{ kind: 'rating', scale: 4.5 }, 'scale', 'out_of_range'],
  [{ kind: 'slider', low: 5, high: 5, step: 1 }, 'high', 'crossed'],
  [{ kind: 'slider', low: 0, high: 5, step: 9 }, 'step', 'out_of_range'],
  [{ kind: 'number', minimum: 9, maximum: 1 }, 'minimum', 'crossed'],
  [{ kind: 'number', decimals: 7 }, 'decimals', 'out_of_range'],
  [{ kind: 'single_choice', options: [] }, 'options', 'too_few'],
  [{ kind: 'ranking', options: options('a') }, 'options', 'too_few'],
  [{ kind: 'ranking', options: options('a', 'b'), top: 3 }, 'top', 'out_of_range'],
  [{ kind: 'multi_choice', options: options('a', 'b'), minimum: 3 }, 'minimum', 'out_of_range'],
  [{ kind: 'multi_choice', options: options('a', 'b', 'c'), minimum: 2, maximum: 1 }, 'minimum', 'crossed'],
  [{ kind: 'matrix', rows: options('a'), columns: options('b') }, 'columns', 'too_few'],
  [{ kind: 'constant_sum', options: options('a', 'b'), total: 0 }, 'total', 'out_of_range'],
  [{ kind: 'image_choice', options: [{ key: 'a', text: 'A', image: 'no' }] }, 'image', 'address_unfit'],
  [{ kind: 'image_choice', options: [{ key: 'a', text: 'A', image: 'https://a;b/' }] }, 'image', 'address_unfit'],
  [{ kind: 'text', minLength: 600 }, 'minLength', 'crossed'],
  [{ kind: 'date', earliest: '2026-02-30' }, 'earliest', 'day_unfit'],
  [{ kind: 'date', earliest: '2026-03-01', latest: '2026-02-01' }, 'earliest', 'crossed'],
  [{ kind: 'contact', fields: [] }, 'fields', 'nothing_chosen'],
  [{ kind: 'contact', fields: ['name'], needed: ['email'] }, 'needed', 'nothing_chosen'],
  [{ kind: 'consent', link: 'javascript:1' }, 'link', 'address_unfit'],
  [{ kind: 'file', maximum: 99, maxBytes: 2048, types: ['pdf'] }, 'maximum', 'out_of_range'],
  [{ kind: 'file', maximum: 1, maxBytes: 2048, types: [] }, 'types', 'nothing_chosen'],
  [{ kind: 'statement', required: true }, 'required', 'statement_required'],
  [{ kind: 'text', key: 'nps' }, 'key', 'key_reserved'],
  [{ kind: 'text', key: '1' }, 'key', 'key_unfit'],
  [{ kind: 'text', text: ' ' }, 'text', 'text_missing'],
  [{ kind: 'text', hint: { en: '' } }, 'hint', 'text_missing'],
  [{ kind: 'text', text: 'x'.repeat(5001) }, 'text', 'text_long'],
  [{ kind: 'single_choice', options: options('a', 'a') }, 'key', 'key_taken'],
  [{ kind: 'single_choice', options: options('2') }, 'key', 'key_unfit'],
  [{ kind: 'text', showIf: { field: 'answer.q2', op: 'exists' } }, 'showIf', 'unknown_question'],
  [{ kind: 'text', showIf: { field: 'context.a', op: 'eq' } }, 'showIf', 'condition_unfinished'],
  [{ kind: 'text', showIf: { field: 'score.nps', op: 'lte', value: 6 } }, 'showIf', 'known_later'],
])('%j lacks something in %s: %s', (question, name, code) => {
  const draft = draftOf(question)
  expect(findProblems(draft)).toContainEqual(expect.objectContaining({ name, code }))
  expect(isPublishable(draft)).toBe(false)
})

test.each([
  [{ theme: { color: 'red' } }, 'theme', 'color_unfit'],
  [{ theme: { logo: 'logo.svg' } }, 'theme', 'address_unfit'],
  [{ theme: { font: 'a;b' } }, 'theme', 'font_unfit'],
  [{ origins: ['shop.example'] }, 'origins', 'origin_unfit'],
  [{ hiddenFields: ['my order'] }, 'hiddenFields', 'key_unfit'],
  [{ idleSeconds: 1 }, 'idleSeconds', 'out_of_range'],
  [{ pages: [] }, 'pages', 'no_pages'],
  [{ pages: [{ key: 'page-1', questions: [] }] }, 'questions', 'page_empty'],
  [{ title: '' }, 'title', 'text_missing'],
  [{ thanks: [{ text: '' }] }, 'thanks', 'text_missing'],
  [{ thanks: [{ text: 'T', link: { url: 'x' } }] }, 'thanks', 'address_unfit'],
  [{ quotas: [{ key: 'Q!', limit: 1 }] }, 'key', 'key_unfit'],
  [{ quotas: [{ key: 'q', limit: 1.5 }] }, 'limit', 'out_of_range'],
])('a survey with %j lacks something in %s: %s', (more, name, code) => {
  const draft = draftOf({ kind: 'text' }, more)
  expect(findProblems(draft)).toContainEqual(expect.objectContaining({ name, code }))
  expect(isPublishable(draft)).toBe(false)
})

test('taking a question away tells the logic that asked for it', () => {
  const draft = draftOf(
    { kind: 'nps', key: 'nps' },
    {
      pages: [
        { key: 'a', questions: [{ key: 'nps', kind: 'nps', text: 'N' }] },
        { key: 'b', showIf: { field: 'answer.nps', op: 'lte', value: 6 }, questions: [{ key: 'why', kind: 'text', text: 'W' }] },
      ],
    },
  )
  const applied = applyAll(draft, remove(draft, ['question', 'nps']))
  if ('obstacle' in applied) throw new Error('it can’t be taken away')
  expect(findBroken(draft, applied.draft)).toEqual([
    { place: ['page', 'b'], name: 'showIf', code: 'unknown_question', about: 'nps' },
  ])
})
