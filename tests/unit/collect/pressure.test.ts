import { expect, test } from 'vitest'
import { createPressure } from '@/collect/pressure'

const at = (seconds: number): Date => new Date(1_800_000_000_000 + seconds * 1000)

test('an attack is what goes on above the rate; it is over a while after it stopped', () => {
  const isUnderAttack = createPressure({ perSecond: 2, windowSeconds: 10, staysSeconds: 60 })
  const seen = Array.from({ length: 21 }, (_, index) => isUnderAttack('a', at(index * 0.4)))
  expect(seen.indexOf(true)).toBe(20)
  expect(isUnderAttack('b', at(9))).toBe(false)
  expect(isUnderAttack('a', at(60))).toBe(true)
  expect(isUnderAttack('a', at(69))).toBe(false)
})

test('a rate that is just allowed never is one', () => {
  const isUnderAttack = createPressure({ perSecond: 2, windowSeconds: 10, staysSeconds: 60 })
  for (let index = 0; index < 200; index++) expect(isUnderAttack('a', at(index * 0.5))).toBe(false)
})

test('keys don’t pile up', () => {
  const isUnderAttack = createPressure({ perSecond: 1, windowSeconds: 10, staysSeconds: 60, mostKeys: 2 })
  for (let index = 0; index < 11; index++) isUnderAttack('a', at(0))
  expect(isUnderAttack('a', at(0))).toBe(true)
  isUnderAttack('b', at(1))
  isUnderAttack('c', at(1))
  expect(isUnderAttack('a', at(1))).toBe(false)
})
