import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Question, questionKinds, questionsOf, type SurveyDefinition } from '@/domain/survey/definition'
import { applyAll } from '@/domain/survey/edit/apply'
import { blankQuestion } from '@/domain/survey/edit/blank'
import { changeKind } from '@/domain/survey/edit/change-kind'
import { draftSchema } from '@/domain/survey/edit/draft-schema'
import { findProblems } from '@/domain/survey/edit/find-problems'
import type { Draft, Operation } from '@/domain/survey/edit/operation'
import { operationsSchema } from '@/domain/survey/edit/operation-schema'
import { findQuestion } from '@/domain/survey/edit/places'
import { openSession, perform, redo, undo } from '@/domain/survey/edit/session'
import { fitsKind } from '@/domain/survey/edit/shape'
import { turnKind } from '@/domain/survey/edit/turn-kind'
import { questionSchema } from '@/domain/survey/question-schema'
import { allKinds } from '~tests/support/all-kinds'
import { doWhims, startDraft, whims } from '~tests/support/random-edits'

const done = (draft: Draft, operations: readonly Operation[]): Draft => {
  const applied = applyAll(draft, operations)
  if ('obstacle' in applied) throw new Error(JSON.stringify(applied.obstacle))
  return applied.draft
}
const small = (...questions: Question[]): Draft => ({
  touchpoint: 'delivery',
  locales: ['en'],
  title: 'T',
  idleSeconds: 60,
  thanks: [],
  pages: [{ key: 'a', questions }],
})

describe('another kind', () => {
  const anyKind = fc.constantFrom(...questionKinds)

  test('of any question of any draft is of its shape; undoing it is where one was, redoing it where one came', () => {
    const start = startDraft()
    fc.assert(
      fc.property(whims(12), fc.nat(1000), anyKind, (list, which, kind) => {
        const { draft } = doWhims(start, list)
        const all = questionsOf(draft)
        const question = all[which % Math.max(1, all.length)]
        const change = question && changeKind(draft, question.key, { kind })
        if (!change) return
        expect(operationsSchema.safeParse(change.operations).success).toBe(true)
        const session = perform(openSession(draft, 1), { operations: change.operations, at: 0 })
        expect(draftSchema.safeParse(session.draft).error?.issues ?? []).toEqual([])
        expect(findQuestion(session.draft, change.to)).toMatchObject({ kind })
        expect(session.undo).toHaveLength(1)
        const back = undo(session)
        expect(back?.session.draft).toEqual(draft)
        expect(back && redo(back.session)?.session.draft).toEqual(session.draft)
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  test('of a question that could be published can be published, but for what is still to be written', () => {
    for (const question of questionsOf(allKinds('hotel') as SurveyDefinition))
      for (const kind of questionKinds) {
        const turned = turnKind(question, kind).question
        expect(fitsKind(turned)).toBe(true)
        const written = JSON.parse(
          JSON.stringify(turned)
            .replaceAll('"text":""', '"text":"x"')
            .replaceAll('"image":""', '"image":"https://shop.example/a.png"'),
        )
        const key = ['nps', 'csat', 'ces'].includes(question.key) && question.key !== kind ? 'free' : question.key
        expect(questionSchema.safeParse({ ...written, key }).error?.issues ?? [], `${question.kind} as ${kind}`).toEqual([])
      }
  })

  test('keeps its words and its logic, and says everything that it doesn’t keep', () => {
    const question: Question = {
      key: 'why',
      kind: 'multi_choice',
      text: { en: 'Why?' },
      hint: 'All that fit',
      required: true,
      role: 'reason',
      showIf: { field: 'answer.nps', op: 'lte', value: 6 },
      options: [
        { key: 'late', text: 'Late', showIf: { field: 'answer.nps', op: 'lte', value: 3 } },
        { key: 'none', text: 'None', exclusive: true },
      ],
      other: true,
      maximum: 2,
    }
    const { question: single, lost } = turnKind(question, 'single_choice')
    expect(single).toEqual({
      ...{ key: 'why', kind: 'single_choice', text: { en: 'Why?' }, hint: 'All that fit', required: true, role: 'reason' },
      showIf: question.showIf,
      options: [question.options[0], { key: 'none', text: 'None' }],
      other: true,
    })
    expect(lost).toEqual([{ name: 'maximum' }, { name: 'exclusive', count: 1 }])
    expect(turnKind(question, 'text')).toEqual({
      question: expect.objectContaining({ kind: 'text', text: { en: 'Why?' }, hint: 'All that fit', required: true }),
      lost: [{ name: 'options', count: 2 }, { name: 'other' }, { name: 'maximum' }],
    })
    expect(turnKind(question, 'matrix').question).toMatchObject({ rows: [{ key: 'late' }, { key: 'none' }] })
    expect(turnKind(question, 'statement').lost.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['required', 'role', 'options']),
    )
  })

  test('keeps a scale’s ends in words and numbers where it has such', () => {
    const rating: Question = {
      key: 'r',
      kind: 'rating',
      text: 'R',
      scale: 7,
      shape: 'smileys',
      ends: { low: 'Bad', high: 'Good' },
    }
    expect(turnKind(rating, 'slider')).toEqual({
      question: { key: 'r', kind: 'slider', text: 'R', low: 1, high: 7, step: 1, ends: rating.ends },
      lost: [{ name: 'shape' }],
    })
    expect(turnKind(rating, 'ces').lost).toEqual([{ name: 'shape' }])
    expect(turnKind(rating, 'csat').lost).toEqual([{ name: 'scale' }, { name: 'shape' }])
    expect(turnKind({ key: 's', kind: 'slider', text: '', low: 0, high: 1, step: 0.25 }, 'number').question).toMatchObject({
      minimum: 0,
      maximum: 1,
      decimals: 2,
    })
    expect(turnKind(blankQuestion('csat', 'c'), 'rating').question).toMatchObject({ scale: 5 })
    expect(turnKind(blankQuestion('image_choice', 'c'), 'text').lost).toEqual([])
  })

  test('under a key that is published with another one gets a free one, and all that asks for it follows', () => {
    const before = small(
      { key: 'speed', kind: 'rating', text: 'Speed', scale: 5 },
      { key: 'more', kind: 'text', text: 'M', showIf: { field: 'answer.speed', op: 'lte', value: 2 } },
    )
    const published = [{ number: 3, definition: before }]
    const change = changeKind(before, 'speed', { kind: 'csat', published })
    expect(change).toMatchObject({ to: 'speed_2', why: 'clash', breaks: [] })
    const after = done(before, change?.operations ?? [])
    expect(findQuestion(after, 'more')?.showIf).toEqual({ field: 'answer.speed_2', op: 'lte', value: 2 })
    expect(findProblems(after, published)).toEqual([])
    // Back to what it was under its own key, nothing clashes.
    const kept = done(before, [
      { do: 'turn', was: before.pages[0]?.questions[0] as Question, to: blankQuestion('csat', 'speed') },
    ])
    expect(changeKind(kept, 'speed', { kind: 'rating', published })).toMatchObject({ to: 'speed' })
  })

  test('leaves a metric’s name to the metric, and tells the logic that can’t hold any more', () => {
    const draft = small(
      { key: 'nps', kind: 'nps', text: 'N' },
      { key: 'why', kind: 'text', text: 'W', showIf: { field: 'answer.nps', op: 'gte', value: 9 } },
    )
    expect(changeKind(draft, 'nps', { kind: 'csat' })).toMatchObject({
      ...{ to: 'csat', why: 'reserved' },
      breaks: [{ place: ['question', 'why'], name: 'showIf', code: 'never' }],
    })
    expect(changeKind(draft, 'nps', { kind: 'rating' })).toMatchObject({ to: 'rating', why: 'reserved' })
    expect(changeKind(draft, 'nps', { kind: 'nps' })).toBeUndefined()
    expect(changeKind(draft, 'gone', { kind: 'csat' })).toBeUndefined()
  })
})
