import { beforeAll, beforeEach, expect, test } from 'vitest'
import { changeView, removeView, restoreView } from '@/pipeline/analyze/change-view'
import { findSavedViews } from '@/pipeline/analyze/find-saved-views'
import { saveView } from '@/pipeline/analyze/save-view'
import { countOf, openShop, rowsOf } from '~tests/support/shop'

let ada: { organizationId: string; memberId: string }
let olga: { organizationId: string; memberId: string }
beforeAll(async () => {
  const organizationId = await openShop()
  const members = await rowsOf<{ id: string; name: string }>('select id, name from members where organization_id = $1', [
    organizationId,
  ])
  const named = (name: string) => ({ organizationId, memberId: members.find((one) => one.name === name)?.id ?? '' })
  ;[ada, olga] = [named('Ada Admin'), named('Olga Owner')]
})
beforeEach(() => rowsOf('delete from saved_views'))

const segment = { kind: 'segment', name: 'Unhappy', isShared: false, parameters: { where: 'score.nps:lte:6' } }
const keep = async (input: object, reader = ada): Promise<string> => {
  const saved = await saveView(reader, input)
  if ('error' in saved) throw new Error(JSON.stringify(saved))
  return saved.id
}
const seenBy = async (reader: typeof ada) => (await findSavedViews(reader)).map(({ name, isOwn }) => [name, isOwn])

test('a private view is seen by its member alone, a shared one by everybody, each knowing whose it is', async () => {
  await keep(segment)
  await keep({
    kind: 'overview',
    name: '  The week\n in   Bergen ',
    isShared: true,
    parameters: { period: '7d', touchpoint: 'store' },
  })
  expect(await seenBy(ada)).toEqual([
    ['The week in Bergen', true],
    ['Unhappy', true],
  ])
  expect(await findSavedViews(olga)).toMatchObject([
    { name: 'The week in Bergen', isOwn: false, owner: 'Ada Admin', parameters: { period: '7d', touchpoint: 'store' } },
  ])
})

test('a view is renamed, shared and kept back by its member, and by nobody else', async () => {
  const id = await keep(segment)
  const [owner, other] = [
    { ...ada, mayTidy: false },
    { ...olga, mayTidy: false },
  ]
  expect(await changeView(other, id, { name: 'Theirs' })).toEqual({ error: 'not_found' })
  expect(await changeView({ ...olga, mayTidy: true }, id, { name: 'Theirs' })).toEqual({ error: 'not_found' })
  expect(await changeView(owner, id, { name: 'Very unhappy', isShared: true })).toEqual({ id })
  expect(await seenBy(olga)).toEqual([['Very unhappy', false]])
  expect(await changeView(other, id, { isShared: false })).toEqual({ error: 'not_found' })
  expect(await removeView(other, id)).toEqual({ error: 'not_found' })
  expect(await changeView({ ...olga, mayTidy: true }, id, { name: 'Tidied' })).toEqual({ id })
  expect(await seenBy(ada)).toEqual([['Tidied', true]])
})

test('a view that was taken away can be brought back, for a day', async () => {
  const id = await keep(segment)
  const owner = { ...ada, mayTidy: false }
  expect(await removeView(owner, id)).toEqual({ id })
  expect(await removeView(owner, id)).toEqual({ error: 'not_found' })
  expect(await seenBy(ada)).toEqual([])
  expect(await restoreView(owner, id)).toEqual({ id })
  expect(await seenBy(ada)).toEqual([['Unhappy', true]])
  await removeView(owner, id)
  await rowsOf(`update saved_views set removed_at = now() - interval '25 hours'`)
  await keep({ ...segment, name: 'Another' })
  expect(await countOf('saved_views')).toBe(1)
})

test.each([
  [{ ...segment, name: ' \n' }, 'name'],
  [{ ...segment, name: 'x'.repeat(81) }, 'name'],
  [{ ...segment, parameters: {} }, 'parameters'],
  [{ ...segment, parameters: { where: 'score.nps:lte:6', touchpoint: 'store' } }, 'parameters'],
  [{ ...segment, parameters: { where: 'nonsense' } }, 'parameters.where'],
  [{ ...segment, kind: 'overview', parameters: { cursor: 'x' } }, 'parameters'],
  [{ ...segment, kind: 'weather' }, 'kind'],
])('%j is refused at %s', async (input, path) => {
  expect(await saveView(ada, input)).toMatchObject({ error: 'invalid', errors: [{ path: expect.stringContaining(path) }] })
  expect(await countOf('saved_views')).toBe(0)
})

test('nobody keeps more than a hundred', async () => {
  for (let count = 0; count < 100; count++) await keep({ ...segment, name: `No. ${count}` })
  expect(await saveView(ada, segment)).toMatchObject({ error: 'too_many' })
  await keep(segment, olga)
})
