import { beforeAll, expect, test } from 'vitest'
import { findResponses } from '@/pipeline/analyze/find-responses'
import { getResponse } from '@/pipeline/analyze/get-response'
import { findTags, type Tagged, tagFound, tagResponses, undoTagging } from '@/pipeline/analyze/tag-responses'
import { importResponses } from '@/pipeline/listen/import-responses'
import { scoreResponses } from '@/pipeline/score/score-response'
import { countOf, openShop, rowsOf } from '~tests/support/shop'

const ada = 'ada@shop.example'
let organizationId: string
let ids: string[]
let tagger: { organizationId: string; by: string }
const count = 1_203

beforeAll(async () => {
  organizationId = await openShop()
  tagger = { organizationId, by: ada }
  const now = new Date()
  const items = Array.from({ length: count }, (_, index) => ({
    survey: 'delivery',
    answers: { nps: index % 11, reason: index % 2 ? 'courier' : '物流' },
    completed: true,
    submittedAt: new Date(now.getTime() - index * 1000).toISOString(),
  }))
  ids = []
  for (let from = 0; from < count; from += 1000)
    ids.push(...(await importResponses(organizationId, items.slice(from, from + 1000), 'none', now)).ids)
  await scoreResponses(ids.map((id) => ({ organizationId, id })))
}, 60_000)

const done = async (work: Promise<Tagged | { error: string }>): Promise<Tagged> => {
  const answer = await work
  if ('error' in answer) throw new Error(answer.error)
  return answer
}
const add = (name: string, some: string[]) => done(tagResponses(tagger, { kind: 'add', name }, some))
const tagsOf = async (id: string) => (await getResponse(organizationId, id))?.tags.map(({ name }) => name)
const foundBy = async (tag: string) => {
  const found = await findResponses({ organizationId, timeZone: 'UTC', limit: 50, tag })
  if ('error' in found) throw new Error(found.error)
  return found.items.map(({ id, tags }) => ({ id, tags }))
}

test('a tag is put on, found by, and taken off, with who and when', async () => {
  const [first = ''] = ids
  expect(await add('  Call  back ', [first])).toMatchObject({ name: 'Call back', changed: 1, hasMore: false })
  expect((await getResponse(organizationId, first))?.tags).toMatchObject([{ name: 'Call back', by: ada }])
  expect(await foundBy('CALL BACK')).toEqual([{ id: first, tags: ['Call back'] }])
  expect(await add('ｃａｌｌ back', [first])).toMatchObject({ name: 'Call back', changed: 0, changeId: null })
  expect(await findTags(organizationId)).toEqual(['Call back'])
  expect(await done(tagResponses(tagger, { kind: 'remove', name: 'call back' }, [first]))).toMatchObject({ changed: 1 })
  expect([await tagsOf(first), await foundBy('call back'), await findTags(organizationId)]).toEqual([[], [], []])
})

test('everything that a search finds is tagged, batch by batch, and the change taken back once by who made it', async () => {
  const some = await add('slow', ids.slice(0, 3))
  const all = await done(tagFound(tagger, { kind: 'add', name: 'slow' }, { timeZone: 'UTC', q: '物流' }))
  // Of the three, the first and the third had the words and the tag already.
  expect(all).toMatchObject({ changed: Math.ceil(count / 2) - 2, hasMore: false })
  expect(await countOf('response_tags where organization_id = $1', [organizationId])).toBe(all.changed + 3)
  const undo = (by: string, change = all) => undoTagging({ organizationId, by }, change.changeId ?? '')
  expect(await undo('olga@shop.example')).toMatchObject({ error: 'not_found' })
  expect(await undo(ada)).toEqual({ changed: all.changed })
  expect(await undo(ada)).toMatchObject({ error: 'not_found' })
  expect((await foundBy('slow')).map(({ id }) => id)).toEqual(ids.slice(0, 3))
  const off = await done(tagFound(tagger, { kind: 'remove', name: 'slow' }, { timeZone: 'UTC', tag: 'slow' }))
  expect(off.changed).toBe(3)
  expect(await undo(ada, off)).toEqual({ changed: 3 })
  expect((await foundBy('slow')).length).toBe(3)
  expect(await undo(ada, some)).toEqual({ changed: 3 })
})

test('what is no tag, no response, or of no one is refused or left alone', async () => {
  expect(await tagResponses(tagger, { kind: 'add', name: ' \n ' }, ids.slice(0, 1))).toMatchObject({ error: 'invalid' })
  expect(await tagResponses(tagger, { kind: 'add', name: 'x'.repeat(41) }, ids.slice(0, 1))).toMatchObject({ error: 'invalid' })
  expect(await tagResponses(tagger, { kind: 'add', name: 'x' }, ['no id'])).toMatchObject({ error: 'invalid' })
  expect(await tagResponses(tagger, { kind: 'remove', name: 'unheard of' }, ids.slice(0, 1))).toMatchObject({
    error: 'not_found',
  })
  expect(await foundBy('unheard of')).toEqual([])
  expect(await undoTagging(tagger, 'no id')).toMatchObject({ error: 'not_found' })
})

test('tags stay on what is moved into a month of its own', async () => {
  const month = `(date_trunc('month', now()) + interval '5 months')`
  const [made] = await rowsOf<{ id: string }>(
    `select overlay(gen_random_uuid()::text placing left(uuid_v7_floor(${month} + interval '3 days')::text, 15) from 1 for 15) as id`,
  )
  const id = made?.id ?? ''
  const said = { id, survey: 'delivery', answers: { nps: 3 }, completed: true, submittedAt: new Date().toISOString() }
  await importResponses(organizationId, [said], 'none', new Date())
  await add('early', [id])
  expect(await countOf('responses_default where id = $1', [id])).toBe(1)
  expect(await rowsOf(`select prepare_response_month(${month}::date) as made`)).toEqual([{ made: true }])
  expect(await countOf('responses_default where id = $1', [id])).toBe(0)
  expect(await foundBy('early')).toEqual([{ id, tags: ['early'] }])
})
