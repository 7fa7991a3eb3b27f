import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyOfText } from '@/domain/free-key'
import { type Arrangement, changedPlaces, type Direction, moveStep, moveTo, placeOf } from '@/domain/touchpoint/arrange'

const stages = ['see', 'buy', 'use']
const start: Arrangement = { see: ['a', 'b'], buy: [], use: ['c', 'd', 'e'] }

test('an arrow moves within a stage and to the stage beside, and stops at the edges', () => {
  expect(moveStep(start, stages, 'a', 'down').see).toEqual(['b', 'a'])
  expect(moveStep(start, stages, 'a', 'up')).toBe(start)
  expect(moveStep(start, stages, 'a', 'left')).toBe(start)
  expect(moveStep(start, stages, 'e', 'left')).toEqual({ see: ['a', 'b'], buy: ['e'], use: ['c', 'd'] })
  expect(moveStep(start, stages, 'b', 'right')).toEqual({ see: ['a'], buy: ['b'], use: ['c', 'd', 'e'] })
})

test('whatever the moves, no touchpoint is lost or doubled', () => {
  const moves = fc.array(
    fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      direction: fc.constantFrom<Direction>('up', 'down', 'left', 'right'),
    }),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(moves, (steps) => {
      const end = steps.reduce((at, { key, direction }) => moveStep(at, stages, key, direction), start)
      expect(Object.values(end).flat().sort()).toEqual(['a', 'b', 'c', 'd', 'e'])
    }),
  )
})

test('only what stands elsewhere is told, and the told places make the arrangement', () => {
  const touchpoints = { a: { stage: 'see' }, b: { stage: 'see' }, c: { stage: 'use' }, d: { stage: 'use' }, e: { stage: 'use' } }
  const moved = moveTo(start, 'd', { stage: 'see', index: 1 })
  expect(placeOf(moved, 'd')).toEqual({ stage: 'see', index: 1 })
  expect(changedPlaces(start, moved, touchpoints)).toEqual({
    a: { stage: 'see', position: 0 },
    d: { stage: 'see', position: 1 },
    b: { stage: 'see', position: 2 },
    c: { stage: 'use', position: 0 },
    e: { stage: 'use', position: 1 },
  })
  expect(changedPlaces(start, start, touchpoints)).toEqual({})
})

test('a key comes from the name and is free', () => {
  expect(keyOfText('Help desk (phone)', 'touchpoint', () => false)).toBe('help-desk-phone')
  expect(keyOfText('Café', 'touchpoint', (key) => ['cafe', 'cafe-2'].includes(key))).toBe('cafe-3')
  expect(keyOfText('配送', 'touchpoint', (key) => ['touchpoint'].includes(key))).toBe('touchpoint-2')
})
