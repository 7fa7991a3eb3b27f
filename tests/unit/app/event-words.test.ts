import { expect, test } from 'vitest'
import { eventWords } from '@/app/(console)/customers/[id]/_components/event-words'

test('an event is called by the name among its attributes, and the rest stands beside it', () => {
  expect(eventWords({ name: 'order_delivered', order: 'A-1', late: true, note: '', gone: null, days: 0 })).toEqual({
    name: 'Order delivered',
    rest: [
      ['order', 'A-1'],
      ['late', 'true'],
      ['days', '0'],
    ],
  })
})

test('without a name everything is told', () => {
  expect(eventWords({ name: ' ', order: 'A-1' })).toEqual({
    name: null,
    rest: [
      ['name', ' '],
      ['order', 'A-1'],
    ],
  })
  expect(eventWords({})).toEqual({ name: null, rest: [] })
})
