import { describe, expect, it } from 'vitest'
import { evidenceOf, moodOf } from '@/app/(console)/_components/evidence'
import { isCurrent } from '@/app/(console)/_shell/nav-items'
import { nextStepOf, otherSteps, stepFields } from '@/app/(console)/cases/[number]/_components/next-step'
import { eventEntry } from '@/app/(console)/cases/[number]/_components/timeline-entry'
import { allowedSteps, caseStatuses } from '@/domain/case/case'
import { hideTokens } from '@/domain/delivery/hide-tokens'

describe('evidence in a comment', () => {
  const topic = (key: string, start: number, end: number, sentiment = -0.5) => ({ key, start, end, sentiment })
  it('keeps every letter, whatever the spans', () => {
    const text = 'late and 破损 and rude'
    const parts = evidenceOf(text, [topic('a', 0, 4), topic('b', 2, 12), topic('c', 15, 999), topic('d', -5, 1)])
    expect(parts.map((part) => part.text).join('')).toBe(text)
    expect(parts.find((part) => part.text === 'te')?.topics.map(({ key }) => key)).toEqual(['a', 'b'])
  })
  it('of an empty comment is nothing', () => {
    expect(evidenceOf('', [topic('a', 0, 4)])).toEqual([])
  })
  it('takes the mood of all its topics together', () => {
    expect(moodOf([topic('a', 0, 1, -0.5), topic('b', 0, 1, 0.9)])).toBe('positive')
    expect(moodOf([])).toBe('neutral')
  })
})

describe('the steps of a case', () => {
  it('offer as the next one only what the life cycle allows, in every state', () => {
    for (const status of caseStatuses) {
      const next = nextStepOf(status)
      const allowed = allowedSteps(status)
      if (next) expect(allowed).toContain(next)
      expect([...otherSteps(allowed, next), ...(next ? [next] : [])].sort()).toEqual([...allowed].sort())
    }
  })
  it('are taken by their button alone only where nothing has to be told', () => {
    expect(stepFields.resolve).toEqual(['rootCause', 'text'])
    expect(stepFields.acknowledge).toEqual([])
  })
})

describe('a case’s history', () => {
  const event = {
    sequence: 3,
    type: 'resolve',
    at: '2026-11-22T00:00:00Z',
    by: 'api:check',
    byName: null,
    data: { text: 'Sent', rootCause: 'delivery' },
  }
  it('names a key by its name, a member by theirs, and the machine not at all', () => {
    expect(eventEntry(event).who).toBe('check')
    expect(eventEntry({ ...event, by: 'mei@x.example', byName: 'Mei' }).who).toBe('Mei')
    expect(eventEntry({ ...event, by: 'system' }).who).toBeNull()
  })
  it('tells the words and the cause', () => {
    expect(eventEntry(event)).toMatchObject({ words: 'Sent', cause: 'delivery', isFixed: null })
  })
})

describe('the console', () => {
  it('marks the screen that a page belongs to', () => {
    expect([
      isCurrent('/', '/cases'),
      isCurrent('/', '/'),
      isCurrent('/cases', '/cases/12'),
      isCurrent('/cases', '/casesx'),
    ]).toEqual([false, true, true, false])
  })
  it('shows messages without the keys in their links', () => {
    expect(hideTokens('see http://x.example/a/eyJh.tplqyq.CupyS0 and http://x.example/cases/10')).toBe(
      'see http://x.example/a/… and http://x.example/cases/10',
    )
    expect(hideTokens(null)).toBeNull()
  })
})
