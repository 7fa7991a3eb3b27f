import { expect, test } from 'vitest'
import { createBatcher, Overloaded } from '@/queue/batcher'

/** Work that is held back until it is let go. */
const held = () => {
  const batches: number[][] = []
  let letGo = () => {}
  const gate = () =>
    new Promise<void>((resolve) => {
      letGo = resolve
    })
  let waiting: Promise<void> | undefined
  return {
    batches,
    hold: () => {
      waiting = gate()
    },
    release: () => {
      waiting = undefined
      letGo()
    },
    work: async (items: number[]) => {
      batches.push(items)
      await waiting
      return items.map((item) => item * 2)
    },
  }
}

test('what arrives together shares a batch, and each gets its own answer', async () => {
  const { batches, work } = held()
  const batcher = createBatcher(work, { maxSize: 64, maxWaiting: 100, lanes: 1 })
  expect(await Promise.all([1, 2, 3].map(batcher.add))).toEqual([2, 4, 6])
  expect(batches).toEqual([[1, 2, 3]])
  expect(batcher.size()).toBe(0)
})

test('while one batch is worked on the next fills up, never beyond its size', async () => {
  const { batches, work, hold, release } = held()
  const batcher = createBatcher(work, { maxSize: 2, maxWaiting: 100, lanes: 1 })
  hold()
  const first = batcher.add(1)
  await new Promise((resolve) => setImmediate(resolve))
  const rest = [2, 3, 4].map(batcher.add)
  expect(batcher.size()).toBe(4)
  release()
  expect(await Promise.all([first, ...rest])).toEqual([2, 4, 6, 8])
  expect(batches).toEqual([[1], [2, 3], [4]])
})

test('too much waiting is refused at once', async () => {
  const { work, hold, release } = held()
  const batcher = createBatcher(work, { maxSize: 1, maxWaiting: 1, lanes: 1 })
  hold()
  const first = batcher.add(1)
  await new Promise((resolve) => setImmediate(resolve))
  const second = batcher.add(2)
  await expect(batcher.add(3)).rejects.toBeInstanceOf(Overloaded)
  release()
  expect(await Promise.all([first, second])).toEqual([2, 4])
})

test('one bad item fails alone', async () => {
  const batcher = createBatcher(
    async (items: number[]) => {
      if (items.includes(13)) throw new Error('unlucky')
      return items
    },
    { maxSize: 10, maxWaiting: 100, lanes: 1 },
  )
  const outcomes = await Promise.allSettled([1, 13, 2].map(batcher.add))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
