import { expect, test } from 'vitest'
import { instantsAround } from '@/store/reports/instants-around'
import { partsOf } from '@/store/reports/parts-of'

test.each([
  ['2026-11-01', '2026-11-30'],
  ['2026-11-22', '2026-11-22'],
  ['2023-02-01', '2026-11-22'],
  ['2026-11-03', '2026-11-04'],
])('the parts of %s to %s follow each other without a gap and are all of its time', (from, to) => {
  const parts = partsOf({ from, to })
  expect({ from: parts[0].from, before: parts.at(-1)?.before }).toEqual(instantsAround({ from, to }))
  for (const [at, { before }] of parts.slice(0, -1).entries()) expect(parts[at + 1]?.from).toEqual(before)
  expect(parts.length).toBeLessThanOrEqual(12)
})

test('a time without an end is one part', () => {
  expect(partsOf({ from: '0001-01-01', to: '2026-11-22' })).toHaveLength(1)
})
