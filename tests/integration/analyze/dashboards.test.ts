import { beforeAll, beforeEach, expect, test } from 'vitest'
import { createDashboard, duplicateDashboard } from '@/pipeline/analyze/create-dashboard'
import { findDashboards, findRoleDashboards, findStartDashboard, getDashboard } from '@/pipeline/analyze/find-dashboards'
import { removeDashboard, restoreDashboard } from '@/pipeline/analyze/remove-dashboard'
import { saveDashboard } from '@/pipeline/analyze/save-dashboard'
import { setRoleDashboard } from '@/pipeline/analyze/set-role-dashboard'
import { createOrganization } from '@/store/organization/create-organization'
import { countOf, openShop, rowsOf } from '~tests/support/shop'

let ada: { organizationId: string; memberId: string; mayTidy: boolean }
let olga: typeof ada
let tim: typeof ada
beforeAll(async () => {
  const organizationId = await openShop()
  const members = await rowsOf<{ id: string; name: string }>('select id, name from members where organization_id = $1', [
    organizationId,
  ])
  const named = (name: string, mayTidy: boolean) => ({
    organizationId,
    memberId: members.find((one) => one.name === name)?.id ?? '',
    mayTidy,
  })
  ;[ada, olga, tim] = [named('Ada Admin', true), named('Olga Owner', false), named('Tim Team', false)]
})
beforeEach(() => rowsOf('delete from dashboards'))

const number = { kind: 'number', id: 'nps', x: 0, y: 0, w: 3, h: 2, metric: 'nps' }
const mine = { name: { en: 'Mine', 'zh-CN': '我的' }, isShared: false, widgets: [number] }
const done = <T extends object>(answer: T): Exclude<T, { error: unknown }> => {
  if ('error' in answer) throw new Error(JSON.stringify(answer))
  return answer as Exclude<T, { error: unknown }>
}
const make = async (by = olga, template = 'empty'): Promise<string> => done(await createDashboard(by, { template })).id
const save = (by: typeof ada, id: string, revision: number, more: object = {}) =>
  saveDashboard(by, id, { revision, dashboard: { ...mine, ...more } })
const seenBy = async (reader: typeof ada) => (await findDashboards(reader)).map(({ id }) => id)

test('a dashboard begins from a template, private, under its name in both languages', async () => {
  const id = await make(olga, 'executive')
  expect(await getDashboard(olga, id)).toMatchObject({
    name: { en: 'Executive summary', 'zh-CN': '管理摘要' },
    isShared: false,
    isOwn: true,
    owner: 'Olga Owner',
    revision: 1,
  })
  expect(await seenBy(ada)).toEqual([])
  expect(await getDashboard(ada, id)).toEqual({ error: 'not_found' })
  expect(await createDashboard(olga, { template: 'weather' })).toMatchObject({ error: 'invalid' })
})

test('nobody else sees a private one, changes it, copies it, takes it away or brings it back', async () => {
  const id = await make()
  expect(await save(ada, id, 1)).toEqual({ error: 'not_found' })
  expect(await duplicateDashboard(ada, id, 'Theirs')).toEqual({ error: 'not_found' })
  expect(await removeDashboard(ada, id)).toEqual({ error: 'not_found' })
  await removeDashboard(olga, id)
  expect(await restoreDashboard(ada, id)).toEqual({ error: 'not_found' })
})

test('a shared one is seen by everybody, changed by its member and those who tidy up, and kept back by its member alone', async () => {
  const id = await make()
  expect(await save(olga, id, 1, { isShared: true })).toEqual({ revision: 2 })
  expect(await getDashboard(tim, id)).toMatchObject({ isOwn: false, widgets: [number], name: mine.name })
  expect(await save(tim, id, 2, { name: 'Tim was here' })).toEqual({ error: 'forbidden' })
  expect(await save(ada, id, 2, { name: 'Tidied', isShared: false })).toEqual({ revision: 3 })
  expect(await getDashboard(tim, id)).toMatchObject({ name: 'Tidied', isShared: true, changedBy: 'Ada Admin' })
  expect(await removeDashboard(tim, id)).toEqual({ error: 'not_found' })
  expect(await save(olga, id, 3, { isShared: false })).toEqual({ revision: 4 })
  expect(await getDashboard(tim, id)).toEqual({ error: 'not_found' })
})

test('a save over what somebody else has saved meanwhile is a conflict that says who, and changes nothing', async () => {
  const id = await make()
  await save(olga, id, 1, { isShared: true })
  expect(await save(ada, id, 2, { name: 'First' })).toEqual({ revision: 3 })
  const late = await save(olga, id, 2, { name: 'Late', isShared: true })
  expect(late).toMatchObject({ error: 'conflict', now: { revision: 3, changedBy: 'Ada Admin' } })
  expect(await getDashboard(olga, id)).toMatchObject({ name: 'First', revision: 3 })
  expect(await save(olga, id, 3, { name: 'Seen', isShared: true })).toEqual({ revision: 4 })
})

test('of two saves at the same moment one wins', async () => {
  const id = await make()
  await save(olga, id, 1, { isShared: true })
  const both = await Promise.all([save(ada, id, 2, { name: 'A' }), save(olga, id, 2, { name: 'O', isShared: true })])
  expect(both.map((answer) => ('revision' in answer ? 'saved' : answer.error)).sort()).toEqual(['conflict', 'saved'])
})

test('what was taken away can be brought back, for a day', async () => {
  const id = await make()
  expect(await removeDashboard(olga, id)).toEqual({ id })
  expect(await seenBy(olga)).toEqual([])
  expect(await save(olga, id, 1)).toEqual({ error: 'not_found' })
  expect(await restoreDashboard(olga, id)).toEqual({ id })
  expect(await seenBy(olga)).toEqual([id])
  await removeDashboard(olga, id)
  await rowsOf(`update dashboards set removed_at = now() - interval '25 hours'`)
  await make()
  expect(await countOf('dashboards')).toBe(1)
})

test('a copy is the member’s own and private', async () => {
  const id = await make(ada, 'desk')
  await save(ada, id, 1, { isShared: true })
  const copy = done(await duplicateDashboard(tim, id, 'Tim’s')).id
  expect(await getDashboard(tim, copy)).toMatchObject({ name: 'Tim’s', isOwn: true, isShared: false, widgets: [number] })
  expect(await seenBy(ada)).toEqual([id])
})

test('a role opens at a shared dashboard for as long as it is shared and there', async () => {
  const id = await make(ada)
  const { organizationId } = ada
  const asDefault = { role: 'viewer', dashboardId: id }
  expect(await setRoleDashboard(organizationId, asDefault)).toEqual({ error: 'not_found' })
  await save(ada, id, 1, { isShared: true })
  expect(await setRoleDashboard(organizationId, asDefault)).toEqual({ role: 'viewer' })
  expect(await findRoleDashboards(organizationId)).toEqual([asDefault])
  expect(await findStartDashboard(organizationId, 'viewer')).toBe(id)
  expect(await findStartDashboard(organizationId, 'admin')).toBeUndefined()
  await save(ada, id, 2, { isShared: false })
  expect(await findStartDashboard(organizationId, 'viewer')).toBeUndefined()
  await save(ada, id, 3, { isShared: true })
  await removeDashboard(ada, id)
  expect(await findStartDashboard(organizationId, 'viewer')).toBeUndefined()
  await restoreDashboard(ada, id)
  expect(await setRoleDashboard(organizationId, { role: 'viewer', dashboardId: null })).toEqual({ role: 'viewer' })
  expect(await findStartDashboard(organizationId, 'viewer')).toBeUndefined()
  expect(await setRoleDashboard(organizationId, { role: 'king', dashboardId: id })).toMatchObject({ error: 'invalid' })
})

test('another organization neither sees a shared dashboard nor makes it its own default', async () => {
  const id = await make(ada)
  await save(ada, id, 1, { isShared: true })
  const stranger = { ...ada, organizationId: await createOrganization('elsewhere', 'Elsewhere') }
  expect(await seenBy(stranger)).toEqual([])
  expect(await getDashboard(stranger, id)).toEqual({ error: 'not_found' })
  expect(await save(stranger, id, 2)).toEqual({ error: 'not_found' })
  expect(await removeDashboard(stranger, id)).toEqual({ error: 'not_found' })
  expect(await setRoleDashboard(stranger.organizationId, { role: 'viewer', dashboardId: id })).toEqual({ error: 'not_found' })
})

test('nobody keeps more than fifty', async () => {
  for (let count = 0; count < 50; count++) await make()
  expect(await createDashboard(olga, { template: 'empty' })).toMatchObject({ error: 'too_many' })
  await make(ada)
})
