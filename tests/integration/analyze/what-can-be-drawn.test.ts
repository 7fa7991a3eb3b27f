import { beforeAll, expect, test } from 'vitest'
import { type Failure, isFailure } from '@/domain/errors'
import { findResponses } from '@/pipeline/analyze/find-responses'
import { findSpreadMetrics, getOwnDistribution } from '@/pipeline/analyze/get-own-distribution'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { hear, openShop } from '~tests/support/shop'

const found = <Answer>(answer: Answer | Failure): Answer => {
  if (isFailure(answer)) throw new Error(JSON.stringify(answer))
  return answer
}

const options = ['pay', 'time', 'team'].map((key) => ({ key, text: key }))
const [was, is] = [
  { en: 'How calm was it?', 'zh-CN': '是否从容？' },
  { en: 'How calm is it here?', 'zh-CN': '这里是否从容？' },
]
const desk = (text: typeof was) => ({
  ...{ touchpoint: 'store', title: 'Desk' },
  pages: [
    {
      questions: [
        { key: 'calm', kind: 'rating', scale: 5, text },
        { key: 'wish', kind: 'ranking', text: 'What matters?', options },
        { key: 'one', kind: 'single_choice', text: 'Which one?', options },
      ],
    },
  ],
})

let organizationId: string
const ids: Record<string, string> = {}
beforeAll(async () => {
  organizationId = await openShop('drawn')
  found(await applyProgramme(organizationId, { surveys: { desk: desk(was) } }))
  ids.before = await hear(organizationId, 'desk', { calm: 4 })
  found(await applyProgramme(organizationId, { surveys: { desk: desk(is) } }))
  ids.after = await hear(organizationId, 'desk', { calm: 4 })
  ids.unscored = await hear(organizationId, 'desk', { one: 'pay' })
  ids.nps = await hear(organizationId, 'delivery', { nps: 9, speed: 2 })
})

test('a score that no metric names is listed with its question as it was asked then, and its scale', async () => {
  const { items } = found(await findResponses({ organizationId, timeZone: 'UTC', limit: 10 }))
  const of = (name: string) => items.find(({ id }) => id === ids[name])
  expect(of('before')).toMatchObject({ score: { metric: 'calm', value: 4 }, rated: { text: was, most: 5 } })
  expect(of('after')).toMatchObject({ score: { metric: 'calm', value: 4 }, rated: { text: is, most: 5 } })
  expect(of('unscored')).toMatchObject({ score: null, rated: null })
  expect(of('nps')).toMatchObject({ score: { metric: 'nps', value: 9 }, rated: null })
})

test('of several ratings the outcome stands for an answer in lists, else the one that was asked first', async () => {
  const ratings = (outcome?: string) => ({
    ...{ touchpoint: 'store', title: 'Flight' },
    pages: ['seat', 'meal', 'crew'].map((key) => {
      return { questions: [{ key, kind: 'rating', scale: 5, text: key, ...(key === outcome ? { role: 'outcome' } : {}) }] }
    }),
  })
  found(await applyProgramme(organizationId, { surveys: { flight: ratings(), arrival: ratings('meal') } }))
  const answers = { crew: 1, seat: 3, meal: 2 }
  const heard = [await hear(organizationId, 'flight', answers), await hear(organizationId, 'arrival', answers)]
  const { items } = found(await findResponses({ organizationId, timeZone: 'UTC', limit: 10 }))
  expect(heard.map((one) => items.find(({ id }) => id === one)?.score?.metric)).toEqual(['seat', 'meal'])
})

test('a distribution is offered of every metric that has one, and of no other', async () => {
  const share = (question: string, chosen: string[]) => ({ name: question, of: 'share', question, options: chosen })
  const metrics = {
    first: share('wish', ['team']),
    picked: share('one', ['pay']),
    quick: { name: 'Quick', of: 'mean', question: 'speed', scale: { from: 1, to: 5 } },
    both: {
      ...{ name: 'Both', of: 'index' },
      parts: [
        { metric: 'picked', weight: 1 },
        { metric: 'quick', weight: 1 },
      ],
    },
  }
  found(await applyProgramme(organizationId, { metrics }))
  const offered = await findSpreadMetrics(organizationId)
  expect(offered.toSorted()).toEqual(['picked', 'quick'])
  const period = { from: '2020-01-01', to: '2020-01-31' }
  for (const metric of Object.keys(metrics)) {
    const drawn = await getOwnDistribution({ organizationId, metric, period })
    expect([metric, isFailure(drawn)]).toEqual([metric, !offered.includes(metric)])
  }
})
