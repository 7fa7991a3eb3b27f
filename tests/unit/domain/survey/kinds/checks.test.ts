import { describe, expect, test } from 'vitest'
import { checkAnswer, checkCompletion } from '@/domain/survey/check-answer'
import type { AnswerValue, Question } from '@/domain/survey/definition'
import { allChecks } from '@/domain/survey/kinds/all-checks'

type Bare<Q> = Q extends Question ? Omit<Q, 'key' | 'text'> : never

const ask = (question: Bare<Question>): Question => ({ key: 'q', text: 'Q', ...question }) as Question
const fits = (question: Bare<Question>, answer: unknown) => checkAnswer(allChecks, ask(question), answer)?.code ?? 'fine'
const completes = (question: Bare<Question>, answer: AnswerValue | undefined) =>
  checkCompletion(allChecks, ask(question), answer)?.code ?? 'fine'

const options = ['a', 'b', 'c'].map((key) => ({ key, text: key }))
const id = '0190aaaa-0000-7000-8000-00000000000'

describe('an answer fits its question', () => {
  test.each<[Bare<Question>, unknown, string]>([
    [{ kind: 'slider', low: -10, high: 10, step: 0.1 }, 0.3, 'fine'],
    [{ kind: 'slider', low: -10, high: 10, step: 0.1 }, 0.25, 'off_step'],
    [{ kind: 'slider', low: 1, high: 9, step: 2 }, 4, 'off_step'],
    [{ kind: 'slider', low: 0, high: 100, step: 1 }, 101, 'out_of_range'],
    [{ kind: 'slider', low: 0, high: 100, step: 1 }, '50', 'wrong_type'],
    [{ kind: 'number' }, 12, 'fine'],
    [{ kind: 'number' }, 1.5, 'off_step'],
    [{ kind: 'number', decimals: 2 }, 19.99, 'fine'],
    [{ kind: 'number', decimals: 2 }, 19.999, 'off_step'],
    [{ kind: 'number', minimum: 0 }, -1, 'too_small'],
    [{ kind: 'number', maximum: 9 }, 10, 'too_large'],
    [{ kind: 'number' }, 1e13, 'too_large'],
    [{ kind: 'number' }, Number.POSITIVE_INFINITY, 'wrong_type'],
    [{ kind: 'dropdown', options }, 'b', 'fine'],
    [{ kind: 'dropdown', options }, 'd', 'unknown_option'],
    [{ kind: 'dropdown', options }, { other: 'x' }, 'wrong_type'],
    [{ kind: 'dropdown', options, other: true }, { other: 'x' }, 'fine'],
    [{ kind: 'dropdown', options, other: true }, { other: 'x'.repeat(501) }, 'too_long'],
    [{ kind: 'image_choice', options: options.map((one) => ({ ...one, image: 'https://x.example/a.png' })) }, 'a', 'fine'],
    [{ kind: 'multi_choice', options: [...options, { key: 'none', text: 'None', exclusive: true }] }, ['a', 'none'], 'not_alone'],
    [{ kind: 'multi_choice', options: [...options, { key: 'none', text: 'None', exclusive: true }] }, ['none'], 'fine'],
    [{ kind: 'ranking', options }, ['c', 'a'], 'fine'],
    [{ kind: 'ranking', options }, ['c', 'c'], 'twice'],
    [{ kind: 'ranking', options }, ['c', 'x'], 'unknown_option'],
    [{ kind: 'ranking', options }, ['c', { other: 'x' }], 'wrong_type'],
    [{ kind: 'ranking', options, top: 1 }, ['a', 'b'], 'too_many'],
    [{ kind: 'ranking', options }, 'a', 'wrong_type'],
    [{ kind: 'matrix', rows: options, columns: options }, { a: 'b', c: 'c' }, 'fine'],
    [{ kind: 'matrix', rows: options, columns: options }, { x: 'b' }, 'unknown_part'],
    [{ kind: 'matrix', rows: options, columns: options }, { a: 'x' }, 'unknown_option'],
    [{ kind: 'matrix', rows: options, columns: options }, { a: 1 }, 'wrong_type'],
    [{ kind: 'matrix', rows: options, columns: options }, ['a'], 'wrong_type'],
    [{ kind: 'constant_sum', options, total: 100 }, { a: 60, b: 60 }, 'fine'],
    [{ kind: 'constant_sum', options, total: 100 }, { a: -1 }, 'out_of_range'],
    [{ kind: 'constant_sum', options, total: 100 }, { a: 0.5 }, 'off_step'],
    [{ kind: 'constant_sum', options, total: 100 }, { x: 5 }, 'unknown_part'],
    [{ kind: 'gap' }, { experience: 3, expectation: 9, importance: 10 }, 'fine'],
    [{ kind: 'gap' }, { experience: 0 }, 'out_of_range'],
    [{ kind: 'gap' }, { experience: 2.5 }, 'out_of_range'],
    [{ kind: 'gap' }, { joy: 3 }, 'unknown_part'],
    [{ kind: 'date' }, '2028-02-29', 'fine'],
    [{ kind: 'date' }, '2027-02-29', 'not_a_date'],
    [{ kind: 'date' }, '29.2.2028', 'not_a_date'],
    [{ kind: 'date' }, 20280229, 'wrong_type'],
    [{ kind: 'date', earliest: '2026-01-01' }, '2025-12-31', 'too_early'],
    [{ kind: 'date', latest: '2026-01-01' }, '2026-01-02', 'too_late'],
    [{ kind: 'contact', fields: ['name', 'email'] }, { name: 'Mei', email: 'mei@shop.example' }, 'fine'],
    [{ kind: 'contact', fields: ['name', 'email'] }, { name: 'Mei', email: '' }, 'fine'],
    [{ kind: 'contact', fields: ['email'] }, { email: 'mei at shop' }, 'not_an_email'],
    [{ kind: 'contact', fields: ['email'] }, { phone: '12345' }, 'unknown_part'],
    [{ kind: 'contact', fields: ['phone'] }, { phone: '+86 (10) 1234-5678' }, 'fine'],
    [{ kind: 'contact', fields: ['phone'] }, { phone: 'call me' }, 'not_a_phone'],
    [{ kind: 'contact', fields: ['name'] }, { name: 'x'.repeat(201) }, 'too_long'],
    [{ kind: 'contact', fields: ['name'] }, { name: 5 }, 'wrong_type'],
    [{ kind: 'contact', fields: ['name'] }, 'Mei', 'wrong_type'],
    [{ kind: 'consent' }, false, 'fine'],
    [{ kind: 'consent' }, 'yes', 'wrong_type'],
    [{ kind: 'file', maximum: 2, maxBytes: 1024, types: ['pdf'] }, [`${id}1`, `${id}2`], 'fine'],
    [{ kind: 'file', maximum: 1, maxBytes: 1024, types: ['pdf'] }, [`${id}1`, `${id}2`], 'too_many'],
    [{ kind: 'file', maximum: 2, maxBytes: 1024, types: ['pdf'] }, [`${id}1`, `${id}1`], 'twice'],
    [{ kind: 'file', maximum: 2, maxBytes: 1024, types: ['pdf'] }, ['../etc/passwd'], 'wrong_type'],
    [{ kind: 'statement' }, 'x', 'wrong_type'],
  ])('%j takes %j: %s', (question, answer, expected) => {
    expect(fits(question, answer)).toBe(expected)
  })

  test('and a kind that this place doesn’t know takes nothing', () => {
    expect(checkAnswer({}, ask({ kind: 'text' }), 'x')).toEqual({ code: 'wrong_type', wanted: 'nothing' })
  })
})

describe('completing needs', () => {
  test.each<[Bare<Question>, AnswerValue | undefined, string]>([
    [{ kind: 'text', required: true }, '  ', 'required'],
    [{ kind: 'text', minLength: 5 }, 'abc  ', 'too_short'],
    [{ kind: 'text', minLength: 5 }, undefined, 'fine'],
    [{ kind: 'ranking', options }, ['a', 'b'], 'too_few'],
    [{ kind: 'ranking', options, top: 2 }, ['a', 'b'], 'fine'],
    [
      { kind: 'multi_choice', options: [...options, { key: 'none', text: 'None', exclusive: true }], minimum: 2 },
      ['none'],
      'fine',
    ],
    [{ kind: 'matrix', rows: options, columns: options }, { a: 'b' }, 'fine'],
    [{ kind: 'matrix', rows: options, columns: options, required: true }, { a: 'b' }, 'incomplete'],
    [{ kind: 'matrix', rows: options, columns: options, required: true }, {}, 'required'],
    [{ kind: 'constant_sum', options, total: 100 }, { a: 60, b: 30 }, 'wrong_sum'],
    [{ kind: 'constant_sum', options, total: 100 }, { a: 60, b: 40 }, 'fine'],
    [{ kind: 'gap' }, { experience: 3 }, 'incomplete'],
    [{ kind: 'contact', fields: ['name', 'email'], required: true }, { name: 'Mei' }, 'incomplete'],
    [{ kind: 'contact', fields: ['name', 'email'], needed: ['name'], required: true }, { name: 'Mei' }, 'fine'],
    [{ kind: 'contact', fields: ['name', 'email'] }, { name: 'Mei' }, 'fine'],
    [{ kind: 'contact', fields: ['name', 'email'], required: true }, { name: '', email: '' }, 'required'],
    [{ kind: 'consent', required: true }, false, 'required'],
    [{ kind: 'consent' }, false, 'fine'],
    [{ kind: 'file', maximum: 1, maxBytes: 1024, types: ['pdf'], required: true }, [], 'required'],
  ])('%j answered %j: %s', (question, answer, expected) => {
    expect(completes(question, answer)).toBe(expected)
  })
})
