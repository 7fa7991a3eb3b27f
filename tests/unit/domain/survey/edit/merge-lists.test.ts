import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { align } from '@/domain/survey/edit/align'
import { merge } from '@/domain/survey/edit/merge'
import type { Draft, Operation } from '@/domain/survey/edit/operation'
import { met, openSession, perform, type Session, saved, send } from '@/domain/survey/edit/session'
import { settle } from '@/domain/survey/edit/settle'
import { doWhims, startDraft, whims, whimsically } from '~tests/support/random-edits'

const a = { text: { en: 'A', 'zh-CN': '甲' } }
const b = { text: { en: 'B', 'zh-CN': '乙' } }
const c = { text: { en: 'C' } }
const when = { field: 'answer.nps', op: 'gte', value: 9 }

describe('two lists whose items have no keys', () => {
  test.each<[string, unknown[], unknown[], unknown[], unknown]>([
    [
      'each changed another item',
      [a, b],
      [{ ...a, when }, b],
      [a, { text: { en: 'B2', 'zh-CN': '乙' } }],
      [{ ...a, when }, { text: { en: 'B2', 'zh-CN': '乙' } }],
    ],
    ['one put one in front, the other changed one', [a, b], [c, a, b], [a, { ...b, when }], [c, a, { ...b, when }]],
    ['one moved them, the other changed one', [a, b], [b, a], [{ ...a, when }, b], [b, { ...a, when }]],
    ['one took one away, the other changed another', [a, b], [b], [a, { ...b, when }], [{ ...b, when }]],
    ['both added at the end', [a], [a, b], [a, c], [a, b, c]],
    ['both added the same', [a], [a, c], [a, c], [a, c]],
    [
      'both changed different parts of one',
      [a, b],
      [{ ...a, when }, b],
      [{ text: { en: 'A', 'zh-CN': '甲甲' } }, b],
      [{ text: { en: 'A', 'zh-CN': '甲甲' }, when }, b],
    ],
    [
      'one moved and changed one, the other changed it too',
      [a, b],
      [b, { ...a, when }],
      [{ text: { en: 'A2', 'zh-CN': '甲' } }, b],
      [b, { text: { en: 'A2', 'zh-CN': '甲' }, when }],
    ],
    ['both began it', undefined as never, [a], [b], [a, b]],
    ['words alone', ['a'], ['a', 'b'], ['a', 'c'], ['a', 'b', 'c']],
    ['words alone, one of them gone', ['a', 'b'], ['b'], ['a', 'b', 'c'], ['b', 'c']],
  ])('%s', (_, was, theirs, mine, value) => {
    expect(merge(was, theirs, mine)).toEqual({ value })
  })
  test.each<[string, unknown[], unknown[], unknown[]]>([
    ['one took away what the other changed', [a, b], [b], [{ ...a, when }, b]],
    ['the other way round', [a, b], [{ ...a, when }, b], [b]],
    ['both gave one text other words', [a], [{ text: { en: 'X', 'zh-CN': '甲' } }], [{ text: { en: 'Y', 'zh-CN': '甲' } }]],
    ['each put them in an order of their own', [a, b, c], [b, a, c], [a, c, b]],
    ['which one was changed can’t be told', [c, a], [{ text: 'x' }, { text: 'y' }], [{ ...c, when }, a]],
  ])('%s: neither may win unseen', (_, was, theirs, mine) => {
    expect(merge(was, theirs, mine)).toBe('conflict')
  })
  test('an item is told by what it still says, and by nothing that others say too', () => {
    expect(
      align(
        [a, b],
        [
          { ...b, when },
          { ...a, when },
        ],
      ),
    ).toEqual([1, 0])
    const end = { end: 'completed' }
    expect(
      align(
        [
          { ...end, when: 1 },
          { ...end, when: 2 },
        ],
        [{ ...end, when: 3 }],
      ),
    ).toEqual([undefined, undefined])
    expect(
      align(
        [
          { key: 'x', text: 'A' },
          { key: 'y', text: 'B' },
        ],
        [{ key: 'y', text: 'A' }],
      ),
    ).toEqual([undefined, 0])
  })
})

describe('two lists whose items have keys', () => {
  const late = { key: 'late', text: 'Late' }
  test('what both have added under one key is one item, of what either says', () => {
    const [english, chinese] = [{ text: { en: 'A' } }, { text: { 'zh-CN': '甲' }, anchored: true }]
    const [theirs, mine] = [english, chinese].map((one) => [late, { key: 'a', ...one }])
    const value = [late, { key: 'a', text: { en: 'A', 'zh-CN': '甲' }, anchored: true }]
    expect(merge([late], theirs, mine)).toEqual({ value })
  })
  test('under other words it is nobody’s', () => {
    expect(merge(undefined, [{ key: 'option', text: 'A' }], [{ key: 'option', text: 'B' }])).toBe('conflict')
    // Told by its words, an item that was without a key is another one than what has got the same key beside it.
    const [was, theirs] = [
      [{ text: 'A' }, { text: 'B' }],
      [{ key: 'k', text: 'A' }, { text: 'B' }],
    ]
    expect(merge(was, theirs, [{ text: 'A' }, { key: 'k', text: 'B' }])).toBe('conflict')
  })

  const items = fc.uniqueArray(
    fc.record(
      { key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), text: fc.constantFrom('', 'x', 'y'), anchored: fc.constant(true) },
      { requiredKeys: ['key', 'text'] },
    ),
    { selector: ({ key }) => key, maxLength: 5 },
  )
  test('never have a key twice, whoever is first, and have every key that either added', () => {
    fc.assert(
      fc.property(fc.option(items, { nil: undefined }), items, items, (was, theirs, mine) => {
        for (const merged of [merge(was, theirs, mine), merge(was, mine, theirs)]) {
          if (merged === 'conflict') continue
          const keys = (merged.value as { key: string }[]).map(({ key }) => key)
          expect(new Set(keys).size).toBe(keys.length)
          const added = [...theirs, ...mine].filter(({ key }) => !was?.some((one) => one.key === key))
          expect(keys).toEqual(expect.arrayContaining(added.map(({ key }) => key)))
        }
      }),
      { numRuns: 2000 },
    )
  })
})

type Entry = { text: Record<string, string>; when?: { field: string; op: 'eq'; value: string } }
type Edit = { what: number; where: number; locale: string }

const edits = fc.array(fc.record({ what: fc.nat(5), where: fc.nat(20), locale: fc.constantFrom('en', 'zh-CN', 'de') }), {
  minLength: 1,
  maxLength: 5,
})

/** One edit of the list; every word that is written anywhere is one that was never written before. */
const edited = (list: readonly Entry[], { what, where, locale }: Edit, word: string): Entry[] => {
  const at = list.length > 0 ? where % list.length : 0
  const replaced = (entry: Entry) => list.map((one, index) => (index === at ? entry : one))
  const one = list[at]
  if (what === 0 || !one) return [...list.slice(0, at), { text: { [locale]: word } }, ...list.slice(at)]
  if (what === 1) return list.filter((_, index) => index !== at)
  if (what === 2) return [one, ...list.filter((_, index) => index !== at)]
  if (what === 3) return replaced({ ...one, when: { field: 'answer.nps', op: 'eq', value: word } })
  return replaced({ ...one, text: { ...one.text, [locale]: word } })
}

const wordsIn = (value: unknown): string[] => JSON.stringify(value ?? null).match(/\b[a-z]+\d+\b/g) ?? []

const thanksOf = (draft: Draft) => draft.thanks as unknown as Entry[]

const setThanks = (draft: Draft, to: readonly Entry[]): Operation => ({
  do: 'set',
  at: [],
  name: 'thanks',
  was: draft.thanks,
  to,
})

describe('two people who edit the endings at once', () => {
  const base: Draft = {
    ...startDraft(),
    thanks: ['a', 'b', 'c', 'd'].map((name) => ({ text: { en: `${name}1`, 'zh-CN': `${name}2` } })),
  }
  const doing = (list: readonly Edit[], author: string, at: number): Session =>
    list.reduce(
      (session, edit, turn) => {
        const to = edited(thanksOf(session.draft), edit, `${author}${turn + 1}`)
        return perform(session, { operations: [setThanks(session.draft, to)], at: at + turn * 10_000 })
      },
      openSession(base, 1),
    )

  test('lose no word: what either wrote is in the result, or shown to the later one; and it stays with the words it was written to', () => {
    fc.assert(
      fc.property(edits, edits, (theirs, ours) => {
        const server = doing(theirs, 'theirs', 0).draft
        const mine = doing(ours, 'mine', 0)
        const result = met(mine, 2, server)
        const inResult = wordsIn(result.draft.thanks)
        const shown = wordsIn(result.conflicts)
        // Theirs is saved: nothing of mine may take a word of it away that I haven't seen.
        const before = wordsIn(base.thanks)
        for (const word of wordsIn(server.thanks)) if (!before.includes(word)) expect(inResult).toContain(word)
        for (const word of wordsIn(mine.draft.thanks)) if (!before.includes(word)) expect([...inResult, ...shown]).toContain(word)
        // What either took away or wrote over doesn't come back; what both left is there, unless a conflict keeps it open.
        for (const word of before) {
          const [isTheirs, isMine] = [wordsIn(server.thanks).includes(word), wordsIn(mine.draft.thanks).includes(word)]
          if (!isTheirs) expect(inResult).not.toContain(word)
          else if (isMine || result.conflicts.length === 0) expect(inResult.includes(word)).toBe(isMine)
        }
        // Words that were written to an item whose own words are still there are with them.
        for (const side of [server, mine.draft])
          for (const entry of thanksOf(side)) {
            const own = wordsIn(entry).filter((word) => inResult.includes(word))
            const holders = new Set(own.map((word) => thanksOf(result.draft).findIndex((one) => wordsIn(one).includes(word))))
            expect(holders.size).toBeLessThanOrEqual(1)
          }
        // And the words appear once.
        expect(new Set(inResult).size).toBe(inResult.length)
      }),
      { numRuns: 2000 },
    )
  }, 60_000)

  test('end with the same draft as the server, and taking mine puts it there', () => {
    fc.assert(
      fc.property(edits, edits, (theirs, ours) => {
        const server = doing(theirs, 'theirs', 0).draft
        let mine = met(doing(ours, 'mine', 0), 2, server)
        for (const conflict of mine.conflicts) mine = settle(mine, conflict, 'theirs', 1)
        const sent = send(mine, 'a')
        const onServer = saved(sent?.session ?? mine, 3).base
        expect(onServer).toEqual(mine.draft)
      }),
      { numRuns: 200 },
    )
  }, 60_000)
})

describe('two people who edit anything at once', () => {
  const start = startDraft()
  test('every text and condition that either wrote is in the result or in what the later one is shown', () => {
    const token = /\b(?:theirs|mine)\d+\b/g
    const tokensIn = (value: unknown): string[] => JSON.stringify(value).match(token) ?? []
    const marked = (list: readonly Parameters<typeof whimsically>[1][], author: string) =>
      list.map((whim, at) => ({ ...whim, word: `${author}${at}` }))
    fc.assert(
      fc.property(whims(8), whims(8), (ours, theirs) => {
        const server = doWhims(start, marked(theirs, 'theirs')).draft
        let mine = openSession(start, 1)
        marked(ours, 'mine').forEach((whim, at) => {
          mine = perform(mine, { operations: whimsically(mine.draft, whim), at: at * 10_000 })
        })
        const written = tokensIn(mine.draft)
        mine = met(send(mine, 'a')?.session ?? mine, 2, server)
        const result = tokensIn(mine.draft)
        for (const word of tokensIn(server)) expect(result).toContain(word)
        for (const word of written) expect([...result, ...tokensIn(mine.conflicts)]).toContain(word)
      }),
      { numRuns: 400 },
    )
  }, 120_000)
})
