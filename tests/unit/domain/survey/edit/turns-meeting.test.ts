import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Question, questionKinds, questionsOf } from '@/domain/survey/definition'
import { applyAll } from '@/domain/survey/edit/apply'
import { blankQuestion } from '@/domain/survey/edit/blank'
import { changeKind } from '@/domain/survey/edit/change-kind'
import { draftSchema } from '@/domain/survey/edit/draft-schema'
import { findProblems } from '@/domain/survey/edit/find-problems'
import { lostBy } from '@/domain/survey/edit/insist'
import type { Draft, Operation } from '@/domain/survey/edit/operation'
import { operationsSchema } from '@/domain/survey/edit/operation-schema'
import { withPageKeys } from '@/domain/survey/edit/page-keys'
import { findQuestion } from '@/domain/survey/edit/places'
import { met, openSession, perform, type Session, saved, send, undo } from '@/domain/survey/edit/session'
import { settle } from '@/domain/survey/edit/settle'
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

describe('two people, one of whom changes the kind', () => {
  const rating: Question = { key: 'speed', kind: 'rating', text: 'Speed', scale: 5, shape: 'stars' }
  const base = openSession(small(rating), 1)
  const turned = (kind: Question['kind']) => changeKind(base.draft, 'speed', { kind })?.operations ?? []
  const set = (name: string, was: unknown, to: unknown): Operation => ({ do: 'set', at: ['question', 'speed'], name, was, to })

  test('words that the other one changes are in both, whoever is first', () => {
    const words = [set('text', 'Speed', 'How fast?')]
    for (const [first, second] of [
      [words, turned('csat')],
      [turned('csat'), words],
    ] as const) {
      const server = perform(base, { operations: first, at: 0 }).draft
      const mine = met(perform(base, { operations: second, at: 0 }), 2, server)
      expect(mine.conflicts).toEqual([])
      expect(findQuestion(mine.draft, 'speed')).toEqual({ key: 'speed', kind: 'csat', text: 'How fast?' })
    }
  })

  test('a setting that the new kind doesn’t have is told, whoever is first, and the draft keeps its shape', () => {
    const wider = [set('scale', 5, 10)]
    const late = met(perform(base, { operations: wider, at: 0 }), 2, perform(base, { operations: turned('text'), at: 0 }).draft)
    expect(late.conflicts).toMatchObject([{ why: 'gone', operation: { name: 'scale', to: 10 } }])
    const mine = met(perform(base, { operations: turned('text'), at: 0 }), 2, perform(base, { operations: wider, at: 0 }).draft)
    expect(mine.conflicts).toMatchObject([{ why: 'differs', current: { kind: 'rating', scale: 10 }, operation: { do: 'turn' } }])
    const [conflict] = mine.conflicts
    if (!conflict) throw new Error('no conflict')
    const settled = settle(mine, conflict, 'mine', 1)
    expect(findQuestion(settled.draft, 'speed')).toEqual({ key: 'speed', kind: 'text', text: 'Speed' })
    expect(findQuestion(undo(settled)?.session.draft ?? settled.draft, 'speed')).toMatchObject({ kind: 'rating', scale: 10 })
  })

  test('an option that is added meanwhile takes the shape of the new kind', () => {
    const choice = blankQuestion('single_choice', 'c')
    const start = openSession(small(choice), 1)
    const pictures = perform(start, {
      operations: changeKind(start.draft, 'c', { kind: 'image_choice' })?.operations ?? [],
      at: 0,
    })
    const item = { key: 'new', text: 'New' }
    const mine = perform(start, { operations: [{ do: 'insert', in: ['options', 'c'], after: null, item }], at: 0 })
    const both = met(mine, 2, pictures.draft)
    expect(both.conflicts).toEqual([])
    expect(draftSchema.safeParse(both.draft).success).toBe(true)
    const other = met(pictures, 2, mine.draft)
    expect(draftSchema.safeParse(other.draft).success).toBe(true)
    expect(JSON.stringify([other.draft, other.conflicts])).toContain('"New"')
    expect(withPageKeys(both.draft)).toBe(both.draft)
  })

  const choice: Question = {
    ...{ key: 'why', kind: 'single_choice', text: 'Why?' },
    options: [
      { key: 'late', text: 'Late' },
      { key: 'rude', text: 'Rude' },
    ],
  }
  const only = (session: Session) => {
    const [conflict, ...more] = session.conflicts
    if (!conflict || more.length > 0) throw new Error(JSON.stringify(session.conflicts))
    return conflict
  }

  test('insisting on the other kind keeps what else was written meanwhile, and says what it hasn’t a place for', () => {
    const start = openSession(small(choice), 1)
    const at = ['question', 'why'] as const
    const theirs = perform(start, {
      operations: [
        { do: 'set', at, name: 'text', was: 'Why?', to: 'Why so?' },
        { do: 'set', at, name: 'hint', to: 'Choose one' },
        { do: 'set', at, name: 'other', to: true },
        { do: 'insert', in: ['options', 'why'], after: 'rude', item: { key: 'dear', text: 'Too dear' } },
      ],
      at: 0,
    }).draft
    const turnedTo = (kind: Question['kind']) =>
      met(perform(start, { operations: changeKind(start.draft, 'why', { kind })?.operations ?? [], at: 0 }), 2, theirs)
    const rows = turnedTo('matrix')
    expect(lostBy(only(rows))).toEqual([{ name: 'other' }])
    const settled = settle(rows, only(rows), 'mine', 1)
    expect(settled.conflicts).toEqual([])
    expect(findQuestion(settled.draft, 'why')).toMatchObject({
      ...{ kind: 'matrix', text: 'Why so?', hint: 'Choose one' },
      rows: [{ key: 'late' }, { key: 'rude' }, { key: 'dear', text: 'Too dear' }],
    })
    expect(draftSchema.safeParse(settled.draft).error?.issues ?? []).toEqual([])
    const words = turnedTo('text')
    expect(lostBy(only(words))).toEqual([{ name: 'options', count: 3 }, { name: 'other' }])
    expect(findQuestion(settle(words, only(words), 'mine', 1).draft, 'why')).toEqual({
      ...{ key: 'why', kind: 'text', text: 'Why so?', hint: 'Choose one' },
    })
  })

  test('insisting on a change taken back brings back what it had taken', () => {
    const start = openSession(small(choice), 1)
    const words = perform(start, { operations: changeKind(start.draft, 'why', { kind: 'text' })?.operations ?? [], at: 0 })
    const server = perform(openSession(words.draft, 2), {
      operations: [
        { do: 'set', at: ['question', 'why'], name: 'maxLength', to: 100 },
        { do: 'set', at: ['question', 'why'], name: 'hint', to: 'In short' },
      ],
      at: 0,
    }).draft
    const stored = saved(send(words, 'a')?.session ?? words, 2)
    const back = met(undo(stored)?.session ?? stored, 3, server)
    expect(lostBy(only(back))).toEqual([{ name: 'maxLength' }])
    expect(findQuestion(settle(back, only(back), 'mine', 1).draft, 'why')).toEqual({ ...choice, hint: 'In short' })
  })

  test('where both make the same of it, there is one of each option, and two texts of one are both shown', () => {
    const start = openSession(small({ key: 'why', kind: 'text', text: 'Why?' }), 1)
    const writing = (to: string) =>
      perform(
        perform(start, { operations: changeKind(start.draft, 'why', { kind: 'single_choice' })?.operations ?? [], at: 0 }),
        {
          operations: [{ do: 'set', at: ['option', 'why', 'option'], name: 'text', was: '', to }],
          at: 0,
        },
      )
    const mine = met(writing('Late'), 2, writing('Rude').draft)
    expect(findQuestion(mine.draft, 'why')).toMatchObject({
      options: [
        { key: 'option', text: 'Rude' },
        { key: 'option_2', text: '' },
      ],
    })
    expect(only(mine)).toMatchObject({ why: 'differs', current: 'Rude', operation: { name: 'text', to: 'Late' } })
  })

  describe('and it goes on under another key', () => {
    const more: Question = { key: 'more', kind: 'text', text: 'M', showIf: { field: 'answer.speed', op: 'lte', value: 2 } }
    const start = openSession(small(rating, more), 1)
    const published = [{ number: 1, definition: start.draft }]
    const change = changeKind(start.draft, 'speed', { kind: 'slider', published })
    const renamed = perform(start, { operations: change?.operations ?? [], at: 0 })
    const under = (key: string) => ({ field: `answer.${key}`, op: 'lte', value: 2 })

    test('what somebody else has asked of it meanwhile follows too; taken back, all is as it was', () => {
      expect(change).toMatchObject({ to: 'speed_2', operations: [{ do: 'turn' }] })
      const server = perform(start, {
        operations: [{ do: 'set', at: ['question', 'more'], name: 'text', was: 'M', to: 'You said {{answer.speed}}' }],
        at: 0,
      }).draft
      const mine = met(renamed, 2, server)
      expect(mine.conflicts).toEqual([])
      expect(findQuestion(mine.draft, 'more')).toMatchObject({ text: 'You said {{answer.speed_2}}', showIf: under('speed_2') })
      expect(undo(mine)?.session.draft).toEqual(server)
    })

    test('what named the new key before there was one names it still when the change is taken back', () => {
      const dangling = small(rating, { ...more, hint: '{{answer.speed_2}} {{answer.speed}}' })
      const operations = changeKind(dangling, 'speed', { kind: 'slider', published })?.operations ?? []
      const session = perform(openSession(dangling, 1), { operations, at: 0 })
      expect(findQuestion(session.draft, 'more')?.hint).toBe('{{answer.speed_2}} {{answer.speed_2}}')
      expect(undo(session)?.session.draft).toEqual(dangling)
    })

    test('a change that meets another keeps the key as well; insisting brings both, and what was done after it', () => {
      const server = perform(start, { operations: [set('shape', 'stars', 'hearts')], at: 0 }).draft
      const later = perform(renamed, {
        operations: [
          { do: 'set', at: ['question', 'speed_2'], name: 'text', was: 'Speed', to: 'How fast?' },
          { do: 'set', at: ['question', 'speed_2'], name: 'high', was: 5, to: 9 },
        ],
        at: 10_000,
      })
      const mine = met(later, 2, server)
      expect(mine.conflicts).toMatchObject([
        { why: 'differs', operation: { do: 'turn' } },
        { why: 'gone', operation: { at: ['question', 'speed'], name: 'high', to: 9 } },
      ])
      expect(questionsOf(mine.draft)).toEqual([{ ...rating, shape: 'hearts', text: 'How fast?' }, more])
      const [turn] = mine.conflicts
      if (!turn) throw new Error('no conflict')
      expect(lostBy(turn)).toEqual([{ name: 'shape' }])
      const settled = settle(mine, turn, 'mine', 20_000)
      expect(settled.conflicts).toEqual([])
      expect(questionsOf(settled.draft)).toEqual([
        { key: 'speed_2', kind: 'slider', text: 'How fast?', low: 1, high: 9, step: 1 },
        { ...more, showIf: under('speed_2') },
      ])
      expect(findProblems(settled.draft, published)).toEqual([])
      expect(undo(settled)?.session.draft).toEqual(mine.draft)
      const kept = settle(mine, turn, 'theirs', 20_000)
      expect(findQuestion(kept.draft, 'speed')).toMatchObject({ kind: 'rating', shape: 'hearts' })
      expect(findQuestion(kept.draft, 'more')?.showIf).toEqual(under('speed'))
      // The server takes what was settled as it is.
      const sent = send(settled, 'b')
      expect(operationsSchema.safeParse(sent?.batch.operations).success).toBe(true)
      expect(done(server, sent?.batch.operations ?? [])).toEqual(settled.draft)
    })

    test('the key is somebody else’s by now: it gets the next one, and what was done after it goes there', () => {
      const item = { key: 'speed_2', kind: 'text', text: 'Theirs' }
      const server = perform(start, {
        operations: [{ do: 'insert', in: ['questions', 'a'], after: null, item }],
        at: 0,
      }).draft
      const typed = perform(renamed, {
        operations: [{ do: 'set', at: ['question', 'speed_2'], name: 'text', was: 'Speed', to: 'How fast?' }],
        at: 10_000,
      })
      const mine = met(typed, 2, server)
      expect(mine.conflicts).toEqual([])
      expect(findQuestion(mine.draft, 'speed_2')).toEqual(item)
      expect(findQuestion(mine.draft, 'speed_2_2')).toMatchObject({ kind: 'slider', text: 'How fast?' })
      expect(findQuestion(mine.draft, 'more')?.showIf).toEqual(under('speed_2_2'))
      const once = undo(mine)?.session
      expect(once && undo(once)?.session.draft).toEqual(server)
    })
  })

  test('any change of kind that takes another key is done with its key, or waits with it', () => {
    const start = startDraft()
    const anyKind = fc.constantFrom(...questionKinds)
    fc.assert(
      fc.property(whims(6), fc.nat(1000), anyKind, fc.option(anyKind), (list, which, kind, other) => {
        const question = questionsOf(start)[which % questionsOf(start).length]
        const key = question?.key ?? ''
        const change = changeKind(start, key, { kind, published: [{ number: 1, definition: start }] })
        if (!change || change.to === key) return
        const edited = doWhims(start, list).draft
        const server = done(edited, (other && changeKind(edited, key, { kind: other })?.operations) ?? [])
        const mine = met(perform(openSession(start, 1), { operations: change.operations, at: 0 }), 2, server)
        // Both did the very same.
        if (questionsOf(server).some((one) => one.key === change.to && one.kind === kind)) return
        const [conflict] = mine.conflicts
        if (conflict) expect(mine.draft).toEqual(server)
        const after = conflict ? settle(mine, conflict, 'mine', 1) : mine
        expect(draftSchema.safeParse(after.draft).error?.issues ?? []).toEqual([])
        // What isn't there under its key any more is only told.
        if (conflict?.why === 'gone') return
        // Taken back where both made it of one kind, it is what I saw.
        if (!other || conflict) expect(undo(after)?.session.draft).toEqual(server)
        const [turn] = after.waiting
        const to = turn?.do === 'turn' ? turn.to.key : ''
        expect(after.conflicts).toEqual([])
        expect(findQuestion(after.draft, to)).toMatchObject({ kind })
        expect(findQuestion(after.draft, key)).toBeUndefined()
        const quoting = (draft: Draft, name: string) =>
          JSON.stringify(
            draft.pages.map(({ questions }) => questions.filter((one) => one.key !== key && one.key !== to)),
          ).includes(`"answer.${name}"`)
        expect(quoting(after.draft, key)).toBe(false)
        expect(quoting(after.draft, to)).toBe(quoting(server, key))
      }),
      { numRuns: 300 },
    )
  }, 60_000)
})
