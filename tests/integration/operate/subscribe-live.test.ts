import { expect, test } from 'vitest'
import type { LiveNews } from '@/store/live/live-event'
import { publishLive } from '@/store/live/publish-live'
import { subscribeLive } from '@/store/live/subscribe-live'
import { rowsOf } from '~tests/support/shop'
import { until } from '~tests/support/until'

const organizationId = 'one'
const hearing = () => {
  const news: LiveNews[] = []
  return {
    news,
    listener: (one: LiveNews) => void news.push(one),
    ids: () => news.map((one) => ('id' in one ? one.id : one.type)),
  }
}
const publish = (id: string, type: 'case' | 'response' = 'case') => publishLive([{ organizationId, type, id }])

test('of two who come at once, before anybody listens, both hear what is said as soon as one may', async () => {
  // The connection that says it is there already; the one that listens has to be made.
  await rowsOf('select 1')
  const [first, second] = [hearing(), hearing()]
  const opening = subscribeLive(organizationId, first.listener)
  const stop = await subscribeLive(organizationId, second.listener)
  await publish('at once')
  await until(() => second.ids().includes('at once'), 'what was said as soon as the second listened')
  expect(first.ids()).toContain('at once')
  stop()
  ;(await opening)()
})

test('whoever knows how things stood hears what moved since, the last of each type', async () => {
  const before = Date.now()
  const witness = hearing()
  const stop = await subscribeLive(organizationId, witness.listener)
  for (const id of ['a', 'b']) await publish(id)
  await publish('r', 'response')
  await until(() => witness.news.length === 3, 'three events')
  const late = hearing()
  const stopLate = await subscribeLive(organizationId, late.listener, before)
  expect(late.news.map(({ type }) => type).sort()).toEqual(['case', 'response'])
  expect(late.ids().sort()).toEqual(['b', 'r'])
  const current = hearing()
  const stopCurrent = await subscribeLive(organizationId, current.listener, Date.now() + 60_000)
  const other = hearing()
  const stopOther = await subscribeLive('another', other.listener, before)
  expect([...current.news, ...other.news]).toEqual([])
  for (const end of [stop, stopLate, stopCurrent, stopOther]) end()
})

test('whoever knows only how things stood before anybody listened is told that there is a gap', async () => {
  const old = hearing()
  const stop = await subscribeLive(organizationId, old.listener, 0)
  expect(old.news).toEqual([{ type: 'gap' }])
  stop()
})

test('leaving twice takes nobody else away', async () => {
  const leave = await subscribeLive(organizationId, () => undefined)
  leave()
  const staying = hearing()
  const stop = await subscribeLive(organizationId, staying.listener)
  leave()
  await publish('still there')
  await until(() => staying.ids().includes('still there'), 'an event after the other one has left twice')
  stop()
})

test('a connection that the database ends is made again, and who listened is told of the gap and of all that follows', async () => {
  const steady = hearing()
  const stop = await subscribeLive(organizationId, steady.listener)
  await rowsOf(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'earshot-live' and datname = current_database()`,
  )
  await until(() => steady.ids().includes('gap'), 'word of the gap')
  await publish('afterwards')
  await until(() => steady.ids().includes('afterwards'), 'what moved afterwards')
  stop()
})
