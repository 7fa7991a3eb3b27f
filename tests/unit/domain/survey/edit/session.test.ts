import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apply } from '@/domain/survey/edit/apply'
import { draftSchema } from '@/domain/survey/edit/draft-schema'
import type { Draft, Operation } from '@/domain/survey/edit/operation'
import { findQuestion } from '@/domain/survey/edit/places'
import { met, openSession, perform, redo, type Session, saved, send, undo } from '@/domain/survey/edit/session'
import { settle } from '@/domain/survey/edit/settle'
import { doWhims, startDraft, whims, whimsically } from '~tests/support/random-edits'

const setText = (draft: Draft, key: string, to: unknown): Operation => ({
  do: 'set',
  at: ['question', key],
  name: 'text',
  was: findQuestion(draft, key)?.text,
  to,
})

const travelAll = (session: Session, step: typeof undo): Session => {
  let current = session
  for (let went = step(current); went; went = step(current)) {
    expect(went.isDone).toBe(true)
    current = went.session
  }
  return current
}

test('after 50 random edits, undoing all is where one was and redoing all is where one came', () => {
  const start = startDraft()
  fc.assert(
    fc.property(whims(50), (list) => {
      let session = openSession(start, 1)
      list.forEach((whim, at) => {
        session = perform(session, { operations: whimsically(session.draft, whim), at: at * 10_000 })
      })
      const end = session.draft
      expect(draftSchema.safeParse(end).error?.issues ?? []).toEqual([])
      const undone = travelAll(session, undo)
      expect(undone.draft).toEqual(start)
      expect(travelAll(undone, redo).draft).toEqual(end)
      // What goes to the server comes to the same as what one sees.
      expect(saved(send(session, 'x')?.session ?? session, 2).base).toEqual(end)
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('two people who edit at once lose nothing: what meets is told, all else is merged, and both end with the same draft', () => {
  const start = startDraft()
  fc.assert(
    fc.property(whims(8), whims(8), (ours, theirs) => {
      const server = doWhims(start, theirs)
      let mine = openSession(start, 1)
      ours.forEach((whim, at) => {
        mine = perform(mine, { operations: whimsically(mine.draft, whim), at: at * 10_000 })
      })
      const before = mine.waiting.length
      mine = met(send(mine, 'a')?.session ?? mine, 2, server.draft)
      expect(draftSchema.safeParse(mine.draft).error?.issues ?? []).toEqual([])
      expect(mine.waiting.length + mine.conflicts.length).toBeLessThanOrEqual(before)
      const sent = send(mine, 'b')
      const onServer = (sent?.batch.operations ?? []).reduce((draft, operation) => {
        const applied = apply(draft, operation)
        if ('obstacle' in applied) throw new Error('what was rebased can’t be done')
        return applied.draft
      }, server.draft)
      expect(saved(sent?.session ?? mine, 3).draft).toEqual(onServer)
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('typing is one step, a pause or another field begins the next', () => {
  let session = openSession(startDraft(), 1)
  const key = session.draft.pages[0]?.questions[0]?.key ?? ''
  const before = session.draft
  ;['W', 'Wh', 'Why'].forEach((text, at) => {
    session = perform(session, { operations: [setText(session.draft, key, text)], mark: `text/${key}`, at: at * 100 })
  })
  expect(session.undo).toHaveLength(1)
  expect(session.waiting).toHaveLength(1)
  session = perform(session, { operations: [setText(session.draft, key, 'Why?')], mark: `text/${key}`, at: 60_000 })
  expect(session.undo).toHaveLength(2)
  session = undo(session)?.session ?? session
  expect(findQuestion(session.draft, key)?.text).toBe('Why')
  session = undo(session)?.session ?? session
  expect(session.draft).toEqual(before)
})

test('the same text changed by two is a conflict that keeps both until one chooses', () => {
  const start = startDraft()
  const key = start.pages[0]?.questions[0]?.key ?? ''
  const edited = (text: string) => perform(openSession(start, 1), { operations: [setText(start, key, text)], at: 0 })
  const theirs = edited('Theirs').draft
  const session = met(send(edited('Mine'), 'a')?.session ?? edited('Mine'), 2, theirs)
  expect(findQuestion(session.draft, key)?.text).toBe('Theirs')
  expect(session.conflicts).toMatchObject([{ why: 'differs', current: 'Theirs', operation: { to: 'Mine' } }])
  const [conflict] = session.conflicts
  if (!conflict) throw new Error('no conflict')
  expect(findQuestion(settle(session, conflict, 'theirs', 1).draft, key)?.text).toBe('Theirs')
  const mine = settle(session, conflict, 'mine', 1)
  expect(findQuestion(mine.draft, key)?.text).toBe('Mine')
  expect(mine.conflicts).toEqual([])
  // It is a step like any other: taken back, theirs is there again.
  expect(findQuestion(undo(mine)?.session.draft ?? mine.draft, key)?.text).toBe('Theirs')
})

test('a choice between two is asked anew when theirs has changed since, and my side is never dropped', () => {
  const start = startDraft()
  const key = start.pages[0]?.questions[0]?.key ?? ''
  const after = (draft: Draft, text: string) => {
    const applied = apply(draft, setText(draft, key, text))
    return 'draft' in applied ? applied.draft : draft
  }
  let session = perform(openSession(start, 1), { operations: [setText(start, key, 'Mine')], at: 0 })
  session = met(session, 2, after(start, 'Theirs'))
  session = met(session, 3, after(session.base, 'Theirs again'))
  const [shown] = session.conflicts
  if (!shown) throw new Error('no conflict')
  session = settle(session, shown, 'mine', 1)
  expect(findQuestion(session.draft, key)?.text).toBe('Theirs again')
  expect(session.conflicts).toMatchObject([{ current: 'Theirs again', operation: { to: 'Mine' } }])
  const [fresh] = session.conflicts
  if (!fresh) throw new Error('no conflict')
  expect(findQuestion(settle(session, fresh, 'mine', 2).draft, key)?.text).toBe('Mine')
  // What they took away can't be changed any more: the words stay in sight until they are given up.
  const applied = apply(session.draft, {
    do: 'remove',
    in: ['questions', start.pages[0]?.key ?? ''],
    after: null,
    item: findQuestion(session.draft, key) as never,
  })
  const gone = { why: 'gone', operation: setText(start, key, 'Mine') } as const
  const without = { ...session, draft: 'draft' in applied ? applied.draft : session.draft, conflicts: [gone] }
  expect(settle(without, gone, 'mine', 3).conflicts).toEqual([gone])
  expect(settle(without, gone, 'theirs', 3).conflicts).toEqual([])
})

test('two languages of one text are two places; two questions added under one key both stay', () => {
  const start = startDraft()
  const key = start.pages[0]?.questions[0]?.key ?? ''
  const add = (text: string): Operation => ({
    do: 'insert',
    in: ['questions', start.pages[0]?.key ?? ''],
    after: null,
    item: { key: 'text', kind: 'text', text },
  })
  const base = openSession(start, 1)
  const theirs = perform(base, { operations: [setText(start, key, { en: 'Edited' }), add('A')], at: 0 }).draft
  let mine = perform(base, { operations: [add('B')], at: 0 })
  mine = perform(mine, { operations: [setText(mine.draft, 'text', 'B, more')], at: 1 })
  mine = met(send(mine, 'a')?.session ?? mine, 2, theirs)
  expect(mine.conflicts).toEqual([])
  expect(findQuestion(mine.draft, 'text')?.text).toBe('A')
  expect(findQuestion(mine.draft, 'text_2')?.text).toBe('B, more')
  mine = undo(mine)?.session ?? mine
  expect(findQuestion(mine.draft, 'text_2')?.text).toBe('B')
  expect(findQuestion(undo(mine)?.session.draft ?? mine.draft, 'text_2')).toBeUndefined()
})
