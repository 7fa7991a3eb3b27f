import { expect, test } from 'vitest'
import { isNarrowed, readNarrowing } from '@/app/(console)/_filters/read-narrowing'

const nothing = { journey: null, touchpoint: null, survey: null, channel: null, locale: null, where: null }

test('an address without filters narrows nothing', () => {
  const read = readNarrowing(nothing)
  expect(read).toEqual({ narrowing: {} })
  expect(isNarrowed({})).toBe(false)
})

test('what else stands in an address, such as a period, is none of its filters', () => {
  const view = { ...nothing, period: '30d', cursor: 'x', channel: 'web' }
  expect(readNarrowing(view)).toEqual({ narrowing: { channel: 'web' } })
})

test('what an address names is narrowed to, a condition too', () => {
  expect(readNarrowing({ ...nothing, touchpoint: 'store\u0000', where: 'score.nps:lte:6' })).toEqual({
    narrowing: { touchpoint: 'store', where: { field: 'score.nps', op: 'lte', value: 6 } },
  })
})

test('an address whose condition can’t be read narrows to nothing at all, and says why', () => {
  expect(readNarrowing({ ...nothing, touchpoint: 'store', where: 'score.nps:lte:' })).toEqual({
    error: 'invalid',
    errors: [{ path: 'where', message: 'ends too early: a value is wanted' }],
  })
})
