import { describe, expect, test } from 'vitest'
import { type InvitationTimes, standingOf } from '@/domain/invitation/invitation'
import { invitedId, isInvitedId } from '@/domain/response/invited-id'
import { isTooFast } from '@/domain/response/quality'

const now = new Date('2026-11-22T10:00:00Z')
const hours = (count: number): Date => new Date(now.getTime() + count * 3_600_000)
const sent: InvitationTimes = { state: 'sent', expiresAt: hours(1), editableUntil: null, startedAt: null, completedAt: null }

describe('an invitation', () => {
  test.each([
    ['is open until it expires', sent, 'open'],
    ['expires', { ...sent, expiresAt: hours(0) }, 'expired'],
    [
      'lets who has begun finish within a day',
      { ...sent, state: 'started', startedAt: hours(-2), expiresAt: hours(-23) },
      'open',
    ],
    ['and no longer', { ...sent, state: 'started', startedAt: hours(-30), expiresAt: hours(-24) }, 'expired'],
    ['is used once', { ...sent, state: 'completed', completedAt: hours(-1) }, 'completed'],
    ['or editable until a date', { ...sent, state: 'completed', editableUntil: hours(1) }, 'editable'],
    ['which passes', { ...sent, state: 'completed', editableUntil: hours(0) }, 'completed'],
    ['stays completed after its time', { ...sent, state: 'completed', expiresAt: hours(-1) }, 'completed'],
    ['ends when its customer unsubscribes', { ...sent, state: 'unsubscribed' }, 'unsubscribed'],
    ['that was skipped opens nothing', { ...sent, state: 'skipped' }, 'ended'],
  ] satisfies [string, InvitationTimes, string][])('%s', (_, invitation, standing) => {
    expect(standingOf(invitation, now)).toBe(standing)
  })
})

test('an invited response is known by its id, which lies in its month', () => {
  const id = invitedId(Date.UTC(2026, 10, 1), 'fedcba9876543210ffff')
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8ea7-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 1))
  expect(isInvitedId(id)).toBe(true)
  expect(isInvitedId('01932000-0000-7ea7-8000-000000000001')).toBe(false)
})

test('a person takes a moment for each answer', () => {
  expect(isTooFast(now, new Date(now.getTime() + 200), 2)).toBe(true)
  expect(isTooFast(now, new Date(now.getTime() + 400), 2)).toBe(false)
  expect(isTooFast(undefined, now, 2)).toBe(false)
  expect(isTooFast(hours(1), now, 2)).toBe(false)
})
