import { expect, test } from 'vitest'
import { signInPath } from '@/config/asked-for'

test('whoever has to sign in first comes to what was asked for afterwards', () => {
  expect(signInPath('/cases/7')).toBe('/sign-in?next=%2Fcases%2F7')
  expect(signInPath('/cases?view=mine&_rsc=1a2b')).toBe('/sign-in?next=%2Fcases%3Fview%3Dmine')
})

test('the first page needs no way back', () => {
  expect(signInPath(null)).toBe('/sign-in')
  expect(signInPath('/')).toBe('/sign-in')
  expect(signInPath('/?_rsc=1a2b')).toBe('/sign-in')
})
