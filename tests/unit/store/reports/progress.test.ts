import { expect, test } from 'vitest'
import { makeProgress } from '@/store/reports/progress'

/** Which shares are reached, in the order in which they are. */
const watch = (progress: ReturnType<typeof makeProgress>, shares: readonly number[]) => {
  const reached: number[] = []
  for (const share of shares) void progress.reached(share).then(() => reached.push(share))
  return async () => {
    await Promise.resolve()
    return reached
  }
}

test('a share is reached once so much of what is expected is done', async () => {
  const progress = makeProgress()
  const reached = watch(progress, [0.25, 0.5, 1])
  expect(await reached()).toEqual([])
  progress.expect(2)
  progress.expect(2)
  progress.advance()
  expect(await reached()).toEqual([0.25])
  progress.advance()
  progress.advance()
  expect(await reached()).toEqual([0.25, 0.5])
  progress.advance()
  expect(await reached()).toEqual([0.25, 0.5, 1])
})

test('nobody waits for what will not be done', async () => {
  const progress = makeProgress()
  const reached = watch(progress, [0.5, 1])
  progress.expect(3)
  progress.end()
  expect(await reached()).toEqual([0.5, 1])
  await progress.reached(1)
})

test('what begins is heard of before any of it is done', async () => {
  const progress = makeProgress()
  const reached = watch(progress, [0, 0.5])
  expect(await reached()).toEqual([])
  progress.expect(2)
  expect(await reached()).toEqual([0])
})

test('whoever waits for the same hears of all its parts once, of those before them too', async () => {
  const [whole, part] = [makeProgress(), makeProgress()]
  whole.expect(4)
  whole.advance()
  whole.tellTo(part)
  whole.tellTo(part)
  const reached = watch(part, [0.25, 0.5, 1])
  expect(await reached()).toEqual([0.25])
  whole.advance()
  expect(await reached()).toEqual([0.25, 0.5])
  whole.end()
  expect(await reached()).toEqual([0.25, 0.5])
  part.end()
  expect(await reached()).toEqual([0.25, 0.5, 1])
})
