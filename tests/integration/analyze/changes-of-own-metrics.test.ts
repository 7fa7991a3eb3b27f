import { beforeAll, expect, test } from 'vitest'
import { addDays } from '@/domain/analysis/calendar'
import { type Failure, isFailure } from '@/domain/errors'
import { getChanges } from '@/pipeline/analyze/get-changes'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { importResponses } from '@/pipeline/listen/import-responses'
import { scoreResponses } from '@/pipeline/score/score-response'
import { openShop, shop } from '~tests/support/shop'

const period = { from: '2026-05-01', to: '2026-05-30' }
const fell = '2026-05-12'

const found = <Answer>(answer: Answer | Failure): Answer => {
  if (isFailure(answer)) throw new Error(JSON.stringify(answer))
  return answer
}

const how = {
  ...{ key: 'how', kind: 'single_choice', text: 'How?' },
  options: [
    { key: 'good', text: 'Good' },
    { key: 'bad', text: 'Bad' },
  ],
}
const [page] = shop.surveys.delivery.pages
const metrics = {
  // From scores and from answers; each day some answers stand in one part of the index only.
  pace: { name: 'Pace', of: 'mean', question: 'speed', scale: { from: 1, to: 5 } },
  fine: { name: 'Fine', of: 'share', question: 'how', options: ['good'] },
  whole: {
    ...{ name: 'The whole', of: 'index' },
    parts: [
      { metric: 'nps', weight: 2 },
      { metric: 'pace', weight: 1 },
      { metric: 'fine', weight: 1 },
    ],
  },
}

/** Six answers a day over two months, worse from one day in May on. */
const history = Array.from({ length: 60 }, (_, at) => addDays('2026-04-01', at)).flatMap((day) =>
  Array.from({ length: 6 }, (_, hour) => {
    const isFallen = day >= fell && hour < 5
    const answers = {
      nps: isFallen ? 3 : ([10, 9, 8, 9, 6, 10][hour] ?? 9),
      ...(hour === 1 ? {} : { speed: isFallen ? 2 : 4 + (hour % 2) }),
      ...(hour === 2 ? {} : { how: isFallen || hour === 3 ? 'bad' : 'good' }),
    }
    return { survey: 'delivery', answers, submittedAt: `${day}T${String(8 + hour).padStart(2, '0')}:00:00Z`, channel: 'email' }
  }),
)

let organizationId: string
beforeAll(async () => {
  organizationId = await openShop('own-changes')
  const delivery = { ...shop.surveys.delivery, pages: [{ questions: [...(page?.questions ?? []), how] }] }
  found(await applyProgramme(organizationId, { surveys: { delivery }, metrics }))
  const { ids, rejected } = await importResponses(organizationId, history, 'none', new Date('2026-06-01T00:00:00Z'))
  expect(rejected).toEqual([])
  await scoreResponses(ids.flatMap((id) => (id ? [{ organizationId, id }] : [])))
})

test('what fell on a metric of one’s own, an index among them, is told with the day since which it stands lower', async () => {
  const { moves } = found(await getChanges({ organizationId, period }))
  const atDelivery = moves.filter(({ mover }) => mover.by === 'touchpoint')
  const since = { since: fell, direction: 'fall' }
  expect(Object.fromEntries(atDelivery.map(({ metric, shift }) => [metric, shift]))).toMatchObject({ fine: since, whole: since })
  for (const { shift } of moves) expect(shift).toEqual(since)
})
