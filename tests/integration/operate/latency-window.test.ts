import { beforeAll, beforeEach, expect, test } from 'vitest'
import { foldLatencies } from '@/pipeline/operate/fold-latencies'
import { getLatencies } from '@/pipeline/operate/get-latencies'
import { getLatencyWindow } from '@/pipeline/operate/get-latency-window'
import { quickMs } from '@/store/reports/latency-windows'
import { hear, openShop, rowsOf } from '~tests/support/shop'

let organizationId: string
beforeAll(async () => {
  organizationId = await openShop()
  for (const nps of [9, 3, 10]) await hear(organizationId, 'delivery', { nps })
})
beforeEach(() => rowsOf('delete from latency_windows'))

const read = async (now = new Date()) => {
  const counted = await getLatencyWindow(organizationId, 24, now)
  if ('error' in counted) throw new Error(counted.error)
  return counted
}
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)
/** As if counting had taken as long as it does with many answers. */
const makeSlow = (tookMs: number) => rowsOf('update latency_windows set took_ms = $1', [tookMs])
const submitted = () => read().then(({ legs }) => legs.find(({ leg }) => leg === 'accept')?.n)

test('where counting is quick it is done for whoever looks, and equals what the machine door says', async () => {
  await foldLatencies()
  expect(await read()).toEqual({ legs: await getLatencies(organizationId, hoursAgo(24)), countedAt: null })
})

test('where it is slow the worker’s count is shown, with when it was counted, and equals a count at that moment', async () => {
  const exact = await getLatencies(organizationId, hoursAgo(24))
  if ('error' in exact) throw new Error(exact.error)
  await foldLatencies()
  await makeSlow(quickMs)
  await hear(organizationId, 'delivery', { nps: 8 })
  expect(await read()).toEqual({ legs: exact, countedAt: expect.any(Date) })
  // The next count is a minute later, and brings the new one.
  await foldLatencies()
  expect(await submitted()).toBe(exact.find(({ leg }) => leg === 'accept')?.n)
  await rowsOf(`update latency_windows set counted_at = counted_at - interval '61 seconds'`)
  await foldLatencies()
  await makeSlow(quickMs)
  expect(await submitted()).toBe((exact.find(({ leg }) => leg === 'accept')?.n ?? 0) + 1)
})

test('a count of a second pauses for fifty, and one that no worker renews is not shown as today’s', async () => {
  await foldLatencies()
  await makeSlow(4_000)
  await rowsOf(`update latency_windows set counted_at = counted_at - interval '190 seconds'`)
  const [before] = await rowsOf<{ at: Date }>('select counted_at as at from latency_windows where hours = 24')
  await foldLatencies()
  expect(await rowsOf('select counted_at as at from latency_windows where hours = 24')).toEqual([before])
  expect(await read()).toMatchObject({ countedAt: before?.at })
  expect(await read(new Date(Date.now() + 3_600_000))).toMatchObject({ countedAt: null })
})

test('an organization without answers has a table without numbers, before and after the worker came by', async () => {
  const empty = await openShop('empty')
  const nothing = { n: 0, p50: null, p95: null, p99: null }
  expect(await getLatencyWindow(empty, 168, new Date())).toMatchObject({
    legs: expect.arrayContaining([{ leg: 'score', ...nothing }]),
  })
  await foldLatencies()
  await makeSlow(quickMs)
  expect(await getLatencyWindow(empty, 168, new Date())).toMatchObject({
    legs: expect.arrayContaining([{ leg: 'score', ...nothing }]),
    countedAt: expect.any(Date),
  })
})
