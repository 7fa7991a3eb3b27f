import { expect, test } from 'vitest'
import { beginVisit, readVisit, writeVisit } from '@/collect/survey/visit'

const now = new Date('2026-11-22T03:04:05.678Z')
const begin = (query: string) => beginVisit({ query: new URLSearchParams(query), version: 3, locale: 'en', now, pageIndex: 0 })

test('an address brings source, channel and context', () => {
  const visit = begin('source=flyer&channel=Shop_QR&c_order=A%20100&context.region=North&utm_x=1&c_=nothing')
  expect(visit).toMatchObject({ source: 'flyer', channel: 'shop_qr', context: { order: 'A 100', region: 'North' }, revision: 0 })
  expect(visit.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  expect(visit.startedAt).toBe(now.toISOString())
})

test('what an address may not bring is left out or cut, never a fault', () => {
  const long = 'x'.repeat(5000)
  const visit = begin(`channel=not+a+key&source=${long}&c_big=${long}&c_${'k'.repeat(65)}=1`)
  expect(visit.channel).toBeUndefined()
  expect(visit.source).toHaveLength(200)
  expect(visit.context.big).toHaveLength(2000)
  expect(Object.keys(visit.context)).toEqual(['big'])
})

test('the state travels in a form and comes back the same', () => {
  const visit = { ...begin('source=a&channel=web&c_x=%22%3C&context.%E8%AE%A2%E5%8D%95=%E4%B8%80'), revision: 4, pageIndex: 2 }
  expect(readVisit(new URLSearchParams(writeVisit(visit, ['nps', 'speed'])))).toEqual({ ...visit, shown: ['nps', 'speed'] })
})

test.each([
  ['_id', 'nonsense'],
  ['_page', '-1'],
  ['_page', '1.5'],
  ['_revision', '99999999'],
  ['_version', '0'],
  ['_started', 'yesterday'],
  ['_started', '2026-99-22T03:04:05.678Z'],
])('a form with %s = %s is none of ours', (name, value) => {
  const form = new URLSearchParams(writeVisit(begin(''), []))
  form.set(name, value)
  expect(readVisit(form)).toBeUndefined()
})
