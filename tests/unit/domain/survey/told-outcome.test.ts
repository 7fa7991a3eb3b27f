import { expect, test } from 'vitest'
import { toldOutcome } from '@/domain/survey/told-outcome'

test.each([
  [{ status: 'partial' }, undefined],
  [{ status: 'completed' }, undefined],
  [{ status: 'disqualified', reason: 'logic' }, 'disqualified'],
  [{ status: 'disqualified', reason: 'quota_full' }, 'quota_full'],
  [{}, undefined],
])('what the door says, %j, ends a response as %s', (told, outcome) => {
  expect(toldOutcome(told)).toBe(outcome)
})
