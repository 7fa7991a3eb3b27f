import { expect, test } from 'vitest'
import { fewAtATime } from '@/app/(console)/dashboards/_widgets/few-at-a-time'
import { narrowWidget, ownOf } from '@/app/(console)/dashboards/_widgets/narrow-widget'
import type { Widget } from '@/domain/dashboard/dashboard'

const known = {
  journeys: [{ key: 'order', name: 'Order' }],
  touchpoints: [
    { key: 'store', name: 'Store' },
    { key: 'delivery', name: 'Delivery' },
  ],
  surveys: [{ key: 'pulse', title: 'Pulse' }],
}
const at = { id: 'a', x: 0, y: 0, w: 3, h: 3 }

test('a widget is narrowed by its dashboard and by itself', () => {
  expect(narrowWidget({}, { channel: 'web' }, known)).toEqual({ narrowing: { channel: 'web' } })
  expect(narrowWidget({ touchpoint: 'store' }, { channel: 'web' }, known)).toEqual({
    narrowing: { channel: 'web', touchpoint: 'store' },
  })
  expect(narrowWidget({ touchpoint: 'store' }, { touchpoint: 'store' }, known)).toEqual({ narrowing: { touchpoint: 'store' } })
  const low = { field: 'score.nps', op: 'lte', value: 6 } as const
  const both = narrowWidget({ where: 'customer.tier:eq:gold' }, { where: low }, known)
  expect(both).toMatchObject({ narrowing: { where: { all: [low, { field: 'customer.tier', op: 'eq', value: 'gold' }] } } })
})

test('a widget says that what it names is gone, or is another than its dashboard’s', () => {
  expect(narrowWidget({ touchpoint: 'kiosk' }, {}, known)).toEqual({ gone: 'touchpoint', key: 'kiosk' })
  expect(narrowWidget({ survey: 'old' }, {}, known)).toEqual({ gone: 'survey', key: 'old' })
  expect(narrowWidget({ journey: 'old' }, {}, known)).toEqual({ gone: 'journey', key: 'old' })
  expect(narrowWidget({ touchpoint: 'store' }, { touchpoint: 'delivery' }, known)).toEqual({ apart: 'touchpoint' })
})

test('what a widget names is found wherever its kind keeps it', () => {
  const widgets: Widget[] = [
    { kind: 'cases', ...at, touchpoint: 'store' },
    { kind: 'gap', ...at, survey: 'pulse' },
    { kind: 'number', ...at, metric: 'nps', only: { channel: 'web' } },
    { kind: 'loop', ...at },
  ]
  expect(widgets.map(ownOf)).toEqual([{ touchpoint: 'store' }, { survey: 'pulse' }, { channel: 'web' }, {}])
})

test('no more than a few questions are asked at once, all are, and one that fails holds no place', async () => {
  const inTurn = fewAtATime(3)
  let [running, highest, done] = [0, 0, 0]
  const work = (fails: boolean) =>
    inTurn(async () => {
      running++
      highest = Math.max(highest, running)
      await new Promise((go) => setImmediate(go))
      running--
      done++
      if (fails) throw new Error('failed')
    })
  const all = await Promise.allSettled(Array.from({ length: 20 }, (_, one) => work(one % 4 === 0)))
  expect({ highest, done }).toEqual({ highest: 3, done: 20 })
  expect(all.filter(({ status }) => status === 'rejected')).toHaveLength(5)
})
