import { beforeAll, expect, test } from 'vitest'
import { addDays } from '@/domain/analysis/calendar'
import { type Failure, isFailure } from '@/domain/errors'
import { getChanges } from '@/pipeline/analyze/get-changes'
import { getHeadlines } from '@/pipeline/analyze/get-headlines'
import { importResponses } from '@/pipeline/listen/import-responses'
import { scoreResponses } from '@/pipeline/score/score-response'
import { findUnscored } from '@/store/response/save-responses'
import { openShop } from '~tests/support/shop'

const period = { from: '2026-05-01', to: '2026-05-30' }
const firstDay = '2026-04-01'
const fell = '2026-05-12'

let organizationId: string

const found = <Answer>(answer: Answer | Failure): Answer => {
  if (isFailure(answer)) throw new Error(JSON.stringify(answer))
  return answer
}

/** Six answers a day over two months: delivery falls on one day in May and stays there, the shop stays as it was. */
const history = () =>
  Array.from({ length: 60 }, (_, at) => addDays(firstDay, at)).flatMap((day) =>
    Array.from({ length: 6 }, (_, hour) => {
      const usual = [10, 9, 8, 9, 6, 10][hour] ?? 9
      const isFallen = day >= fell && hour < 4
      const submittedAt = `${day}T${String(8 + hour).padStart(2, '0')}:00:00Z`
      return [
        { survey: 'delivery', answers: { nps: isFallen ? 2 : usual }, submittedAt, channel: 'email' },
        { survey: 'store', answers: { nps: usual }, submittedAt, channel: 'qr' },
      ]
    }).flat(),
  )

beforeAll(async () => {
  organizationId = await openShop('changes')
  const { rejected } = await importResponses(organizationId, history(), 'none', new Date('2026-06-01T00:00:00Z'))
  expect(rejected).toEqual([])
  for (let due = await findUnscored(64); due.length > 0; due = await findUnscored(64)) await scoreResponses(due)
})

test('what fell is told with the day since which it stands lower, what stayed isn’t', async () => {
  const { moves, compared } = found(await getChanges({ organizationId, period }))
  // Two touchpoints and two channels, on NPS.
  expect(compared).toBe(4)
  expect(moves.map(({ mover, metric, shift }) => [mover.by, mover.key, metric, shift])).toEqual([
    ['touchpoint', 'delivery', 'nps', { since: fell, direction: 'fall' }],
    ['channel', 'email', 'nps', { since: fell, direction: 'fall' }],
  ])
  expect(moves[0]?.comparison.difference).toBeLessThan(-60)
})

test('a view of one touchpoint compares its channels alone, a view of one channel its touchpoints', async () => {
  const inStore = found(await getChanges({ organizationId, period, touchpoint: 'store' }))
  expect(inStore).toMatchObject({ moves: [], compared: 1 })
  const byMail = found(await getChanges({ organizationId, period, channel: 'email' }))
  expect(byMail.moves.map(({ mover }) => mover.key)).toEqual(['delivery'])
})

test('the other comparisons of the screen are judged together with these', async () => {
  const { metrics } = found(await getHeadlines({ organizationId, period }))
  const beside = metrics.map(({ comparison }) => comparison)
  const { onScreen, compared } = found(await getChanges({ organizationId, period }, beside))
  expect(onScreen).toHaveLength(3)
  expect(onScreen[1]).toBeNull()
  expect(compared).toBe(5)
  const alone = metrics[0]?.comparison
  expect(onScreen[0]?.p).toBeGreaterThanOrEqual(alone?.p ?? 1)
  expect(onScreen[0]?.difference).toBe(alone?.difference)
})

test('without anything before there is nothing to compare', async () => {
  const { moves, compared } = found(await getChanges({ organizationId, period: { from: '2026-03-01', to: '2026-04-10' } }))
  expect([moves, compared]).toEqual([[], 0])
})

test('what single responses have to tell is compared too, without a day', async () => {
  const where = { field: 'response.channel', op: 'eq', value: 'email' } as const
  const { moves } = found(await getChanges({ organizationId, period, where }))
  expect(moves.map(({ mover, shift }) => [mover.by, mover.key, shift])).toEqual([
    ['touchpoint', 'delivery', null],
    ['channel', 'email', null],
  ])
})
