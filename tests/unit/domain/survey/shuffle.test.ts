import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shuffle } from '@/domain/survey/shuffle'

const items = fc.uniqueArray(fc.record({ key: fc.string({ minLength: 1, maxLength: 8 }), anchored: fc.boolean() }), {
  selector: ({ key }) => key,
  maxLength: 12,
})

test('a shuffle keeps every item, the anchored ones in their places, and is the same for the same seed', () => {
  fc.assert(
    fc.property(items, fc.string(), (list, seed) => {
      const shuffled = shuffle(list, seed)
      expect(shuffled.map(({ key }) => key).sort()).toEqual(list.map(({ key }) => key).sort())
      list.forEach((item, index) => {
        if (item.anchored) expect(shuffled[index]).toBe(item)
      })
      expect(shuffle(list, seed)).toEqual(shuffled)
    }),
  )
})

test('over many responses every order comes about equally often', () => {
  const list = ['a', 'b', 'c'].map((key) => ({ key }))
  const counts = new Map<string, number>()
  for (let seed = 0; seed < 6000; seed++) {
    const order = shuffle(list, `0190aaaa-0000-7000-8000-${String(seed).padStart(12, '0')}/question`)
      .map(({ key }) => key)
      .join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(6)
  // 1,000 each on average; five standard deviations are about 145.
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(145)
})
