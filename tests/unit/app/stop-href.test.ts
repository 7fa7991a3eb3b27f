import { expect, test } from 'vitest'
import { countHref, stopHref } from '@/app/(console)/dashboards/_widgets/stop-href'

const board = (asked: object = {}) =>
  ({ path: '/dashboards/1', view: { period: '30d' }, narrowing: {}, stopped: [], ...asked }) as unknown as Parameters<
    typeof stopHref
  >[0]

test('a widget that is slow by itself is stopped alone, and can be counted after all', () => {
  expect(stopHref(board(), 'a')).toBe('/dashboards/1?period=30d&stopped=a')
  expect(stopHref(board({ stopped: ['b'] }), 'a')).toBe('/dashboards/1?period=30d&stopped=b%2Ca')
  expect(countHref(board({ stopped: ['b', 'a'] }), 'a')).toBe('/dashboards/1?period=30d&stopped=b')
})

test('where the whole board is under a condition, stopping takes that away', () => {
  const view = { period: '30d', locale: 'en', where: 'score.nps:lte:6' }
  expect(stopHref(board({ view, narrowing: { locale: 'en' } }), 'a')).toBe('/dashboards/1?period=30d')
})

test('a wall and paper have nothing to stop', () => {
  expect(stopHref(board({ path: null }), 'a')).toBeNull()
})
