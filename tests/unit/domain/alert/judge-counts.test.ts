import { describe, expect, test } from 'vitest'
import { aboutSchema } from '@/domain/alert/about'
import { judgeDead, judgeOverdue, judgeSilent, type SentInvitation, silentAt } from '@/domain/alert/judge-counts'

const day = 86_400_000
const sentAt = new Date('2026-03-01T09:00:00Z')
const daysOn = (days: number): Date => new Date(sentAt.getTime() + days * day)

const aboutOf = <Kind extends 'overdue_share' | 'dead_deliveries' | 'no_answer'>(kind: Kind, more: object = {}) => {
  const about = aboutSchema.parse({ kind, ...more })
  if (about.kind !== kind) throw new Error(about.kind)
  return about as Extract<typeof about, { kind: Kind }>
}

describe('cases that ran out', () => {
  const about = aboutOf('overdue_share', { percent: 20, least: 10 })
  test.each([
    [9, 9, false],
    [10, 2, false],
    [10, 3, true],
  ])('of %i cases %i: %s', (cases, overdue, isFound) => {
    expect(judgeOverdue(about, { touchpointId: null, cases, overdue }) !== undefined).toBe(isFound)
  })

  test('the finding has the share with its interval, and is about the place or everywhere', () => {
    const found = judgeOverdue(about, { touchpointId: 'store', cases: 10, overdue: 5 })
    expect(found).toMatchObject({ base: 'overdue:store', touchpointId: 'store', customerId: null })
    // Wilson's interval of 5 in 10, as in tables: 0.2366 … 0.7634.
    expect(found?.finding).toMatchObject({ share: 0.5, low: expect.closeTo(0.2366, 4), high: expect.closeTo(0.7634, 4) })
    expect(judgeOverdue(about, { touchpointId: null, cases: 10, overdue: 5 })?.base).toBe('overdue:all')
  })
})

test('dead messages are told of from so many on', () => {
  const about = aboutOf('dead_deliveries', { least: 3 })
  expect(judgeDead(about, 2)).toBeUndefined()
  expect(judgeDead(about, 3)).toMatchObject({ base: 'deliveries', finding: { count: 3, hours: 24 } })
})

describe('an invitation without an answer', () => {
  const about = aboutOf('no_answer', { days: 3 })
  const invitation: SentInvitation = {
    ...{ id: 'i', sentAt, completedAt: null, stoppedAt: null, customerId: 'c', touchpointId: 't', touchpointKey: 'delivery' },
    customer: { tier: 'gold' },
  }
  const judge = (at: Date, more: Partial<SentInvitation> = {}, holds: (field: string) => unknown = () => true) =>
    judgeSilent(
      about,
      { ...invitation, ...more },
      { at, since: daysOn(0), holds: (facts) => Boolean(holds(String(facts('customer.tier')))) },
    )

  test('is found from the end of its days on, and for as long as a worker may have been away', () => {
    expect(silentAt(invitation, 3)).toEqual(daysOn(3))
    expect(judge(new Date(daysOn(3).getTime() - 1))).toBeUndefined()
    expect(judge(daysOn(3))).toEqual({
      base: 'invitation:i',
      finding: { kind: 'no_answer', days: 3, sentAt: sentAt.toISOString(), customerId: 'c' },
      touchpointId: 't',
      customerId: 'c',
    })
    expect(judge(daysOn(9.9))).toBeDefined()
    expect(judge(daysOn(10))).toBeUndefined()
  })

  test('isn’t, once it was answered or stopped; but what came later than the look says nothing of it', () => {
    expect(judge(daysOn(3), { completedAt: daysOn(2) })).toBeUndefined()
    expect(judge(daysOn(3), { stoppedAt: daysOn(3) })).toBeUndefined()
    expect(judge(daysOn(3), { completedAt: daysOn(4), stoppedAt: daysOn(5) })).toBeDefined()
  })

  test('isn’t where its days were over before the rule was there, nor where its condition doesn’t hold', () => {
    const since = daysOn(3)
    expect(judgeSilent(about, invitation, { at: daysOn(3), since, holds: () => true })).toBeUndefined()
    expect(judge(daysOn(3), {}, (tier) => tier === 'silver')).toBeUndefined()
  })

  test('its condition asks about the customer and the touchpoint', () => {
    const seen: unknown[] = []
    judgeSilent(about, invitation, {
      at: daysOn(3),
      since: daysOn(0),
      holds: (facts) => seen.push(facts('touchpoint.key'), facts('customer.tier'), facts('customer.toString')) > 0,
    })
    expect(seen).toEqual(['delivery', 'gold', undefined])
  })
})
