import { expect, test } from 'vitest'
import { digestLeaves, nextDigestDay } from '@/domain/alert/budget'
import { leavesAt, type Working, worksFrom } from '@/domain/alert/working-hours'

const weekdays = { mon: ['09:00-18:00'], tue: ['09:00-18:00'], wed: ['09:00-18:00'], thu: ['09:00-18:00'], fri: ['09:00-18:00'] }
const office: Working = { timeZone: 'Asia/Shanghai', businessHours: weekdays }
const always: Working = { timeZone: 'Asia/Shanghai', businessHours: null }
const at = (text: string) => new Date(text)

test.each([
  ['at work', '2026-05-08T02:00:00Z', '2026-05-08T02:00:00.000Z'],
  ['in the evening', '2026-05-07T10:00:00Z', '2026-05-08T01:00:00.000Z'],
  ['on a Friday evening', '2026-05-08T10:00:00Z', '2026-05-11T01:00:00.000Z'],
])('somebody with hours is at work next: %s', (_, now, wanted) => {
  expect(worksFrom(office, [], at(now)).toISOString()).toBe(wanted)
})

test('the organization’s holidays are free, and without hours somebody is always at work', () => {
  const evening = at('2026-05-07T10:00:00Z')
  expect(worksFrom(office, ['2026-05-08'], evening).toISOString()).toBe('2026-05-11T01:00:00.000Z')
  expect(worksFrom(always, ['2026-05-08'], evening)).toEqual(evening)
})

test('a message waits for the quiet to end and the hours to begin, whichever is later', () => {
  const quiet = { from: '20:00', to: '10:00' }
  const wait = (severity: 'low' | 'high', person = office) =>
    leavesAt(person, { severity, quiet }, [], at('2026-05-07T13:00:00Z'))?.toISOString()
  expect(wait('low')).toBe('2026-05-08T02:00:00.000Z')
  expect(wait('low', always)).toBe('2026-05-08T02:00:00.000Z')
  expect(wait('high')).toBeUndefined()
})

test('a quiet that covers every hour of work still ends the search', () => {
  const quiet = { from: '08:00', to: '19:00' }
  expect(leavesAt(office, { severity: 'low', quiet }, [], at('2026-05-07T13:00:00Z'))).toBeInstanceOf(Date)
})

test('the digest leaves at its hour where the recipient is, or when they are next at work', () => {
  const budget = { perDay: 5, digestAt: '17:00' }
  expect(digestLeaves('2026-05-08', always, budget, []).leaves.toISOString()).toBe('2026-05-08T09:00:00.000Z')
  expect(digestLeaves('2026-05-09', office, budget, []).leaves.toISOString()).toBe('2026-05-11T01:00:00.000Z')
  expect(nextDigestDay(at('2026-05-08T08:59:59Z'), always, budget, [])).toBe('2026-05-08')
  expect(nextDigestDay(at('2026-05-08T09:00:00Z'), always, budget, [])).toBe('2026-05-09')
  expect(nextDigestDay(at('2026-05-08T16:30:00Z'), always, budget, [])).toBe('2026-05-09')
})
