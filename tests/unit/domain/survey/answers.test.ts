import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAnswers } from '@/domain/survey/check-answers'
import { describeFault } from '@/domain/survey/describe-fault'
import { chooseThanks, findVisible } from '@/domain/survey/visibility'
import { everyKind } from '~tests/support/definitions'

const checkAll = (answers: Record<string, unknown>, completed = true) => checkAnswers(everyKind, answers, { completed })
const check = (answers: Record<string, unknown>, completed = true) => {
  const checked = checkAll(answers, completed)
  return 'faults' in checked ? checked : { answers: checked.answers }
}
const codes = (answers: Record<string, unknown>, completed = true) => {
  const checked = checkAll(answers, completed)
  return 'faults' in checked ? checked.faults.map(({ question, fault }) => `${question}: ${fault.code}`) : []
}

describe('a complete submission', () => {
  test('of a promoter needs nothing from the hidden page', () => {
    expect(check({ nps: 9, speed: 5, csat: 5 })).toEqual({ answers: { nps: 9, speed: 5, csat: 5 } })
  })

  test('of a detractor needs the reason', () => {
    expect(codes({ nps: 2 })).toEqual(['reason: required'])
  })

  test('without the required answer is refused once', () => {
    expect(codes({ speed: 3 })).toEqual(['nps: required'])
    expect(codes({ nps: 'nine' })).toEqual(['nps: wrong_type'])
  })

  test('drops answers to what the logic hides, and what depends on them', () => {
    expect(check({ nps: 9, reason: 'late', what: ['late'], 'how-late': 7 })).toEqual({ answers: { nps: 9 } })
    expect(check({ nps: 3, reason: 'x', what: ['broken'], 'how-late': 7 })).toEqual({
      answers: { nps: 3, reason: 'x', what: ['broken'] },
    })
  })

  test('drops blank answers', () => {
    expect(check({ nps: 8, again: { other: '' }, csat: null, ces: '' })).toEqual({ answers: { nps: 8 } })
    expect(codes({ nps: 3, reason: '   ' })).toEqual(['reason: required'])
  })
})

test('a partial submission may lack anything but must be well-formed', () => {
  expect(check({ speed: 3 }, false)).toEqual({ answers: { speed: 3 } })
  expect(codes({ speed: 6 }, false)).toEqual(['speed: out_of_range'])
})

describe('a malformed answer', () => {
  test.each([
    [{ nps: 11 }, 'nps: out_of_range'],
    [{ nps: -1 }, 'nps: out_of_range'],
    [{ nps: 2.5 }, 'nps: out_of_range'],
    [{ nps: Number.NaN }, 'nps: wrong_type'],
    [{ csat: 0 }, 'csat: out_of_range'],
    [{ ces: 8 }, 'ces: out_of_range'],
    [{ speed: '5' }, 'speed: wrong_type'],
    [{ reason: 5 }, 'reason: wrong_type'],
    [{ reason: 'x'.repeat(101) }, 'reason: too_long'],
    [{ what: 'late' }, 'what: wrong_type'],
    [{ what: ['nothing'] }, 'what: unknown_option'],
    [{ what: ['late', 'late'] }, 'what: twice'],
    [{ what: ['late', 'broken', 'rude'] }, 'what: too_many'],
    [{ what: ['late', 'broken', 'rude', 'late', 'x'] }, 'what: too_many'],
    [{ what: [{ other: 'a' }, { other: 'b' }] }, 'what: twice'],
    [{ what: [7] }, 'what: wrong_type'],
    [{ again: 'maybe' }, 'again: unknown_option'],
    [{ again: { other: 5 } }, 'again: wrong_type'],
    [{ again: { other: 'x', more: 1 } }, 'again: wrong_type'],
    [{ again: { other: 'x'.repeat(501) } }, 'again: too_long'],
    [{ intro: 'hello' }, 'intro: wrong_type'],
    [{ nonsense: 1 }, 'nonsense: unknown_question'],
    [{ __proto__: 1, constructor: 2 }, 'constructor: unknown_question'],
  ])('%j is refused', (answers, expected) => {
    expect(codes(answers, false)).toEqual([expected])
  })

  test('says what is wanted', () => {
    const faults = ['nps', 'reason', 'what', 'again', 'nonsense', 'intro']
    const checked = check({ nps: 11, reason: 5, what: ['x'], again: { other: 'x'.repeat(501) }, nonsense: 1, intro: 1 })
    if (!('faults' in checked)) throw new Error('accepted')
    expect(checked.faults.map(({ question }) => question).sort()).toEqual(faults.sort())
    for (const { fault } of checked.faults) expect(describeFault(fault)).toMatch(/^[a-z].{4,}/)
    expect(describeFault({ code: 'too_few', minimum: 2 })).toBe('needs at least 2 choices')
    expect(describeFault({ code: 'twice', option: 'a' })).toBe('names "a" twice')
    expect(describeFault({ code: 'too_many', maximum: 2 })).toBe('takes at most 2')
    expect(describeFault({ code: 'required' })).toBe('is required')
  })
})

test('minimums hold on completion', () => {
  expect(codes({ nps: 3, reason: 'x', what: [] })).toEqual([])
  const [first, second] = everyKind.pages
  const questions = (second?.questions ?? []).map((question) =>
    question.kind === 'multi_choice' ? { ...question, minimum: 2 } : question,
  )
  const twoNeeded = {
    ...everyKind,
    pages: [first, { ...second, questions }].flatMap((page) => (page?.questions ? [page] : [])) as typeof everyKind.pages,
  }
  const checked = checkAnswers(twoNeeded, { nps: 3, reason: 'x', what: ['late'] }, { completed: true })
  expect('faults' in checked && checked.faults[0]?.fault).toEqual({ code: 'too_few', minimum: 2 })
})

test('thanks follow the answers', () => {
  expect(chooseThanks(everyKind, { nps: 10 })?.text).toBe('Lovely')
  expect(chooseThanks(everyKind, { nps: 3 })?.text).toBe('Thank you')
})

test('logic may ask about the submission itself', () => {
  const page = { showIf: { all: [] }, questions: everyKind.pages[0]?.questions ?? [] }
  const asking = {
    ...everyKind,
    pages: ['locale', 'channel', 'source'].map((name) => ({
      ...page,
      showIf: { field: `response.${name}`, op: 'eq' as const, value: 'x' },
    })),
  }
  expect(findVisible(asking, {}, { locale: 'x' }).pages.map(({ index }) => index)).toEqual([0])
  expect(findVisible(asking, {}, { channel: 'x', source: 'x' }).pages.map(({ index }) => index)).toEqual([1, 2])
  const byContext = { ...everyKind, pages: [{ ...page, showIf: { field: 'context.shop', op: 'eq' as const, value: 'north' } }] }
  expect(findVisible(byContext, {}, { context: { shop: 'North' } }).pages).toHaveLength(1)
  expect(findVisible(byContext, {}, {}).pages).toHaveLength(0)
})

test('whatever is sent, checking answers, and what was accepted is accepted again unchanged', () => {
  const keys = ['nps', 'speed', 'reason', 'what', 'how-late', 'csat', 'ces', 'again', 'intro', 'other']
  const anything = fc.dictionary(
    fc.constantFrom(...keys),
    fc.oneof(fc.anything(), fc.integer({ min: -1, max: 11 }), fc.subarray(['late', 'broken', 'rude'])),
  )
  fc.assert(
    fc.property(anything, fc.boolean(), (answers, completed) => {
      const first = check(answers, completed)
      if ('answers' in first) expect(check({ ...first.answers }, completed)).toEqual(first)
    }),
  )
})
