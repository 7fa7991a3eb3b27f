import { expect, test } from 'vitest'
import { budgetOf } from '@/domain/alert/budget'

const theirs = { perDay: 20, digestAt: '16:00' }

test('a person’s own number goes before the organization’s, whose time of the digest stays', () => {
  expect(budgetOf(5, theirs)).toEqual({ perDay: 5, digestAt: '16:00' })
  expect(budgetOf(null, theirs)).toEqual(theirs)
  expect(budgetOf(5, null)).toEqual({ perDay: 5, digestAt: '17:00' })
  expect(budgetOf(null, null)).toBeNull()
})
