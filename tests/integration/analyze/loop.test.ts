import { beforeAll, expect, test } from 'vitest'
import { wilson } from '@/domain/analysis/interval'
import { localDay } from '@/domain/analysis/local-day'
import { getLoop } from '@/pipeline/analyze/get-loop'
import { getLoopFigures } from '@/pipeline/analyze/get-loop-figures'
import { getLatencies, getLatenciesByDay } from '@/pipeline/operate/get-latencies'
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
  const counted = (leg: string) => days.reduce((sum, one) => sum + (one.legs.find((found) => found.leg === leg)?.n ?? 0), 0)
  for (const { leg, n } of legs) expect(counted(leg)).toBe(n)
  if (days.length === 1) expect(days[0]?.legs).toEqual(legs)
})
