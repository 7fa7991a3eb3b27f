import { beforeAll, beforeEach, expect, test } from 'vitest'
import { foldLatencies } from '@/pipeline/operate/fold-latencies'
import { getLatencies } from '@/pipeline/operate/get-latencies'
import { getLatencyWindow } from '@/pipeline/operate/get-latency-window'
import { pool } from '@/store/connection'
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
  expect(await read()).toEqual({
    legs: await getLatencies(organizationId, hoursAgo(24)),
    countedAt: null,
    gaveUpAt: null,
  })
})

test('where it is slow the worker’s count is shown, with when it was counted, and equals a count at that moment', async () => {
  const exact = await getLatencies(organizationId, hoursAgo(24))
  if ('error' in exact) throw new Error(exact.error)
  await foldLatencies()
  await makeSlow(quickMs)
  await hear(organizationId, 'delivery', { nps: 8 })
  expect(await read()).toEqual({ legs: exact, countedAt: expect.any(Date), gaveUpAt: null })
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

/** The worker comes by while nobody can read the answers, as if there were too many of them. */
const foldInVain = async () => {
  const client = await pool().connect()
  try {
    await client.query('begin')
    await client.query('lock table responses in access exclusive mode')
    await foldLatencies(50)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
const windows = () =>
  rowsOf<{ counted: Date | null; tried: Date | null }>(
    'select counted_at as counted, gave_up_at as tried from latency_windows where organization_id = $1 and hours = 24',
    [organizationId],
  )

test('a count that can’t be renewed in time stays, says since when, and isn’t tried again at every round', async () => {
  await foldLatencies()
  await rowsOf(`update latency_windows set counted_at = counted_at - interval '10 minutes'`)
  await foldInVain()
  const [row] = await windows()
  expect(row?.tried?.getTime()).toBeGreaterThan(row?.counted?.getTime() ?? Number.POSITIVE_INFINITY)
  await makeSlow(60_000)
  expect(await read()).toMatchObject({ countedAt: row?.counted, gaveUpAt: row?.tried })
  // Fifty minutes' rest for a minute's work.
  await foldLatencies()
  expect(await windows()).toEqual([row])
  await rowsOf(
    `update latency_windows set gave_up_at = gave_up_at - interval '51 minutes', counted_at = counted_at - interval '1 hour'`,
  )
  await foldLatencies()
  await makeSlow(quickMs)
  expect(await read()).toMatchObject({ countedAt: expect.any(Date), gaveUpAt: null })
  expect((await windows())[0]?.counted?.getTime()).toBeGreaterThan(row?.tried?.getTime() ?? Number.POSITIVE_INFINITY)
})

test('what could never be counted in time is told as such at once, and counted when it can be', async () => {
  await foldInVain()
  await makeSlow(60_000)
  expect(await windows()).toEqual([{ counted: null, tried: expect.any(Date) }])
  expect(await getLatencyWindow(organizationId, 24, new Date())).toMatchObject({ error: 'too_slow' })
  await rowsOf(`update latency_windows set gave_up_at = gave_up_at - interval '51 minutes'`)
  await foldLatencies()
  await makeSlow(quickMs)
  expect(await read()).toMatchObject({ countedAt: expect.any(Date), gaveUpAt: null })
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
