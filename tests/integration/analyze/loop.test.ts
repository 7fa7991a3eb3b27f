import { beforeAll, expect, test } from 'vitest'
import { wilson } from '@/domain/analysis/interval'
import { localDay } from '@/domain/analysis/local-day'
import { getLoop } from '@/pipeline/analyze/get-loop'
import { getLoopFigures } from '@/pipeline/analyze/get-loop-figures'
import { foldLatencies } from '@/pipeline/operate/fold-latencies'
import { getLatencies } from '@/pipeline/operate/get-latencies'
import { getLatenciesByDay, getLatencyLedger } from '@/pipeline/operate/get-latencies-by-day'
import { openFor, openOne, stepper } from '~tests/support/cases'
import { hear, importOne, judge, openShop, rowsOf } from '~tests/support/shop'

let organizationId: string
const take = (...step: Parameters<ReturnType<typeof stepper>>) => stepper(organizationId)(...step)
const resolve = async (number: number) => {
  await take(number, { type: 'start' })
  await take(number, { type: 'recover', action: 'call' })
  await take(number, { type: 'resolve', rootCause: 'delivery', text: 'Sent a new one' })
}
/** A detractor with a case that ends so, and their next score. */
const detractor = async (name: string, fixed: boolean | undefined, next: number) => {
  const { number } = await openFor(organizationId, name)
  await resolve(number)
  await take(number, fixed === undefined ? { type: 'close' } : { type: 'verify', fixed })
  await again(name, next)
}
const again = async (name: string, nps: number) => {
  const id = await importOne(
    organizationId,
    'loyalty',
    { nps },
    { externalId: name, alerts: 'none', at: new Date(Date.now() + 1000) },
  )
  await judge(organizationId, id)
}
/** A detractor whom nobody followed up. */
const untouched = async (name: string, next: number) => {
  const id = await importOne(organizationId, 'delivery', { nps: 3 }, { externalId: name, alerts: 'none' })
  await judge(organizationId, id)
  await again(name, next)
}

const period = () => ({
  from: localDay(new Date(Date.now() - 86_400_000), 'UTC'),
  to: localDay(new Date(Date.now() + 86_400_000), 'UTC'),
})
const read = (touchpoint?: string) => getLoop({ organizationId, period: period(), touchpoint, now: new Date() })

beforeAll(async () => {
  organizationId = await openShop()
  await detractor('recovered-1', true, 9)
  await detractor('recovered-2', true, 8)
  await detractor('unrecovered-1', false, 2)
  await detractor('unrecovered-2', undefined, 7)
  await untouched('untouched-1', 1)
  const { number } = await openOne(organizationId)
  await take(number, { type: 'acknowledge' })
  await hear(organizationId, 'help', { csat: 1 })
})

test('a word on a case is counted once, by the last of them, with its interval, and by root cause', async () => {
  const { recovery, touchpoints, rootCauses, unverified, reopened } = await read()
  expect(recovery).toEqual({ count: 2, n: 3, ...wilson(2, 3) })
  // Three words are fewer than five: they could be one person's.
  expect(touchpoints.find(({ touchpoint }) => touchpoint.key === 'delivery')?.recovery).toEqual({ suppressed: true })
  expect(rootCauses).toMatchObject([{ rootCause: 'delivery', recovery: { count: 2, n: 3 } }])
  expect({ unverified, reopened }).toMatchObject({ unverified: 1, reopened: { count: 1 } })
})

test('steps are timed from what happened, and the case’s first answer', async () => {
  const { times, cases, owners } = await read()
  expect(cases).toBe(6)
  expect(times.map(({ step, n }) => [step, n])).toEqual([
    ['alert', 6],
    ['acknowledge', 5],
    ['contact', 4],
    ['resolve', 4],
    ['verify', 3],
  ])
  expect(owners.find(({ owner }) => owner.kind === 'team')).toMatchObject({ figures: { suppressed: true }, recovery: { n: 0 } })
})

test('a touchpoint’s loop is its own, and one that isn’t there has none', async () => {
  expect((await read('help')).cases).toBe(1)
  expect((await read('nowhere')).cases).toBe(0)
})

test('next scores are told apart by what became of the case, and too few are compared with nothing', async () => {
  const { nextScores } = await read()
  expect(nextScores).toMatchObject([
    { group: 'recovered', customers: 2, n: 2, value: 50, comparison: null },
    { group: 'unrecovered', customers: 2, n: 2, value: -50, comparison: null },
    { group: 'untouched', customers: 1, n: 1, value: -100, comparison: null },
  ])
})

test('the overview’s card counts the same words', async () => {
  const { fixed, verified, recovery } = await getLoopFigures(organizationId, 'UTC', period(), new Date())
  expect({ fixed, verified, recovery }).toEqual({ fixed: 2, verified: 3, recovery: wilson(2, 3) })
})

test('the ledger of a day adds up to the same day’s percentiles, in the organization’s time zone', async () => {
  await rowsOf(`update organizations set time_zone = 'Asia/Shanghai' where id = $1`, [organizationId])
  const since = new Date(Date.now() - 3_600_000)
  const days = await getLatenciesByDay(organizationId, since)
  if ('error' in days) throw new Error(days.error)
  expect(days.map(({ day }) => day)).toContain(localDay(new Date(), 'Asia/Shanghai'))
  const legs = await getLatencies(organizationId, since)
  if ('error' in legs) throw new Error(legs.error)
  const counted = (leg: string) => days.reduce((sum, one) => sum + (one.legs.find((found) => found.leg === leg)?.n ?? 0), 0)
  for (const { leg, n } of legs) expect(counted(leg)).toBe(n)
  if (days.length === 1) expect(days[0]?.legs).toEqual(legs)
})

test('the ledger is read as the worker counted it, a day that was counted in another time zone anew', async () => {
  const now = new Date()
  const yesterday = new Date(now.getTime() - 86_400_000)
  await rowsOf(
    `update responses set submitted_at = $2, accepted_at = $2, scored_at = $2::timestamptz + interval '40 ms', alerted_at = null
      where organization_id = $1 and id = (select id from responses where organization_id = $1 order by id limit 1)`,
    [organizationId, yesterday],
  )
  const read = async () => {
    const days = await getLatencyLedger(organizationId, 3, now)
    if ('error' in days) throw new Error(days.error)
    return days
  }
  const before = await read()
  const score = async () =>
    (await read()).find(({ day }) => day === localDay(yesterday, 'Asia/Shanghai'))?.legs.find(({ leg }) => leg === 'score')
  expect(await score()).toMatchObject({ n: 1, p50: 40 })
  expect(await foldLatencies()).toBeGreaterThan(2)
  expect(await read()).toEqual(before)
  await rowsOf(
    `update responses set scored_at = accepted_at + interval '90 ms' where organization_id = $1 and submitted_at = $2`,
    [organizationId, yesterday],
  )
  await foldLatencies()
  expect(await score()).toMatchObject({ p50: 40 })
  await rowsOf(`update latency_days set counted_at = counted_at - interval '2 hours' where organization_id = $1`, [
    organizationId,
  ])
  await foldLatencies()
  expect(await score()).toMatchObject({ p50: 90 })
  await rowsOf(`update organizations set time_zone = 'America/New_York' where id = $1`, [organizationId])
  expect((await read()).flatMap(({ legs }) => legs).filter(({ leg }) => leg === 'score')).not.toEqual([])
  expect(await foldLatencies()).toBeGreaterThan(2)
})
