import { expect, test } from 'vitest'
import { createBackTest, type PastResponse } from '@/domain/alert/back-test'
import { ruleSchema } from '@/domain/alert/rule'
import { addDays } from '@/domain/analysis/calendar'

const first = '2026-03-01'
const rule = (more: object = {}) => ruleSchema.parse({ name: 'r', when: { field: 'score.nps', op: 'lte', value: 6 }, ...more })

/** A score given so many hours after the first day began. */
const given = (hours: number, nps: number, customerId: string | null = null, place = 'delivery'): PastResponse => ({
  id: `${hours}-${nps}`,
  at: new Date(Date.parse(`${first}T00:00:00Z`) + hours * 3_600_000),
  day: addDays(first, Math.floor(hours / 24)),
  customerId,
  touchpointId: `id of ${place}`,
  facts: {
    answers: { nps },
    scores: [{ metric: 'nps', value: nps }],
    text: [],
    context: {},
    response: { status: 'completed' },
    touchpoint: { key: place },
  },
})

test('counts what was asked, what fits and what fires, by day and by touchpoint; days without answers stand with noughts', () => {
  const { feed, result } = createBackTest(rule(), first, 3)
  expect(feed([given(1, 2), given(2, 9), given(3, 5, null, 'store')]).map(({ id }) => id)).toEqual(['1-2', '3-5'])
  feed([given(50, 0)])
  expect(result()).toEqual({
    responses: 4,
    matched: 3,
    fired: 3,
    perDay: [
      { day: '2026-03-01', responses: 3, fired: 2 },
      { day: '2026-03-02', responses: 0, fired: 0 },
      { day: '2026-03-03', responses: 1, fired: 1 },
    ],
    places: new Map([
      [
        'id of delivery',
        new Map([
          ['2026-03-01', 1],
          ['2026-03-03', 1],
        ]),
      ],
      ['id of store', new Map([['2026-03-01', 1]])],
    ]),
  })
})

test('a rule that is still switched off is tested as if it weren’t', () => {
  const { feed } = createBackTest(rule({ enabled: false }), first, 1)
  expect(feed([given(1, 2)])).toHaveLength(1)
})

test('once for each customer and so many hours: the end of a window opens it, and what was folded into one doesn’t', () => {
  const { feed, result } = createBackTest(rule({ once: { per: 'customer', hours: 24 } }), first, 4)
  const fired = feed([
    ...[given(0, 1, 'ann'), given(1, 1, 'bob'), given(23, 1, 'ann'), given(24, 2, 'ann'), given(47, 2, 'ann')],
    ...[given(48, 3, 'ann'), given(49, 3), given(50, 3)],
  ])
  expect(fired.map(({ id }) => id)).toEqual(['0-1', '1-1', '24-2', '48-3', '49-3', '50-3'])
  expect(result()).toMatchObject({ matched: 8, fired: 6 })
})

test('an answer from beside its days is judged, and stands on none of them', () => {
  const { feed, result } = createBackTest(rule(), first, 1)
  expect(feed([given(30, 1)])).toHaveLength(1)
  expect(result().perDay).toEqual([{ day: first, responses: 0, fired: 0 }])
})
