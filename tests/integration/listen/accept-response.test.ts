import { beforeAll, expect, test } from 'vitest'
import { acceptResponse, isOverload } from '@/pipeline/listen/accept-response'
import { pool } from '@/store/connection'
import { countOf, hear, judge, newId, openShop, rowsOf } from '~tests/support/shop'
import { until } from '~tests/support/until'

let organizationId: string
beforeAll(async () => {
  organizationId = await openShop()
})

const send = (
  id: string,
  answers: Record<string, unknown>,
  { survey = 'delivery', revision = 1, completed = true, ...more } = {},
) => acceptResponse(id, { survey, revision, answers, completed, ...more }, new Date())

const stored = async (id: string) =>
  (
    await rowsOf<{ answers: unknown; revision: number; status: string; submitted_at: Date; accepted_at: Date }>(
      'select answers, revision, status, submitted_at, accepted_at from responses where id = $1',
      [id],
    )
  )[0]

test('a save is created, a newer one saved, the same again unchanged', async () => {
  const id = newId()
  expect(await send(id, { nps: 3 }, { completed: false })).toEqual({
    id,
    revision: 1,
    status: 'partial',
    isNew: true,
    isKept: true,
  })
  expect(await send(id, { nps: 4 }, { revision: 2, completed: false })).toMatchObject({ revision: 2, isNew: false, isKept: true })
  expect(await send(id, { nps: 5 }, { revision: 2, completed: false })).toMatchObject({
    revision: 2,
    isNew: false,
    isKept: false,
  })
  expect(await send(id, { nps: 5 }, { revision: 1 })).toMatchObject({ revision: 2, status: 'partial' })
  expect(await stored(id)).toMatchObject({ answers: { nps: 4 }, revision: 2, status: 'partial' })
})

test('one answer sent five times at once, in one batch and in several, is one row and one creation', async () => {
  for (let round = 0; round < 10; round++) {
    const id = newId()
    const others = Array.from({ length: 150 }, () => send(newId(), { nps: 9 }))
    const same = await Promise.all(Array.from({ length: 5 }, () => send(id, { nps: 2 })))
    await Promise.all([...others, send(id, { nps: 2 })])
    expect(same.filter((one) => 'isNew' in one && one.isNew)).toHaveLength(1)
    expect(same.every((one) => 'revision' in one && one.revision === 1 && one.status === 'completed')).toBe(true)
    expect(await countOf('responses where id = $1', [id])).toBe(1)
  }
})

test('revisions that arrive in any order, one by one or at once, leave the newest', async () => {
  for (const order of [
    [3, 1, 2],
    [2, 3, 1],
    [1, 3, 2],
  ]) {
    const id = newId()
    await Promise.all(order.map((revision) => send(id, { nps: revision }, { revision })))
    expect(await stored(id)).toMatchObject({ answers: { nps: 3 }, revision: 3 })
    const slowly = newId()
    for (const revision of order) await send(slowly, { nps: revision }, { revision })
    expect(await stored(slowly)).toMatchObject({ answers: { nps: 3 }, revision: 3 })
  }
})

test('completed stays completed against a partial that comes later or at the same moment', async () => {
  const id = newId()
  await send(id, { nps: 1 }, { revision: 4 })
  expect(await send(id, {}, { revision: 9, completed: false })).toMatchObject({ revision: 4, status: 'completed' })
  expect(await stored(id)).toMatchObject({ answers: { nps: 1 }, revision: 4, status: 'completed' })
  const racing = newId()
  await Promise.all([send(racing, { nps: 1 }, { revision: 1 }), send(racing, {}, { revision: 2, completed: false })])
  expect(await stored(racing)).toMatchObject({ answers: { nps: 1 }, status: 'completed' })
})

test('a completed answer may still be corrected, and keeps the time at which it was completed', async () => {
  const id = newId()
  await send(id, { nps: 1 }, { completed: false })
  await send(id, { nps: 2 }, { revision: 2 })
  const completed = await stored(id)
  expect(completed?.accepted_at.getTime()).toBeGreaterThanOrEqual(completed?.submitted_at.getTime() ?? Number.NaN)
  await send(id, { nps: 3 }, { revision: 3 })
  expect(await stored(id)).toMatchObject({ answers: { nps: 3 }, submitted_at: completed?.submitted_at })
})

test('an id of another survey is refused, later or in the same batch, and takes nothing over', async () => {
  const id = newId()
  await send(id, { nps: 8 })
  expect(await send(id, { nps: 0 }, { survey: 'store', revision: 5 })).toMatchObject({ error: 'survey_mismatch' })
  expect(await stored(id)).toMatchObject({ answers: { nps: 8 }, revision: 1 })
  const both = newId()
  const outcomes = await Promise.all([send(both, { nps: 8 }), send(both, { nps: 0 }, { survey: 'store', revision: 2 })])
  expect(outcomes[0]).toMatchObject({ revision: 1 })
  expect(outcomes[1]).toMatchObject({ error: 'survey_mismatch' })
})

test('texts with NUL and half a surrogate pair are kept without them', async () => {
  const id = newId()
  const context = { 'k\u0000ey': 'a\ud800b' }
  await send(id, { nps: 3, reason: 'late\u0000 again \ud83d' }, { context } as object)
  const [row] = await rowsOf<{ answers: unknown; context: unknown }>('select answers, context from responses where id = $1', [id])
  expect(row).toEqual({ answers: { nps: 3, reason: 'late again \ufffd' }, context: { key: 'a\ufffdb' } })
})

test.each([
  ['no such survey', { survey: 'nowhere' }, 'survey_not_found'],
  ['a NUL in its survey', { survey: 'deliv\u0000ery' }, 'survey_not_found'],
  ['a version that never was', { version: 99 }, 'invalid'],
  ['a version beyond any number', { version: Number.MAX_SAFE_INTEGER }, 'invalid'],
])('an answer with %s is refused and its neighbours in the batch are kept', async (_, more, error) => {
  const [bad, good] = [newId(), newId()]
  const outcomes = await Promise.all([send(bad, { nps: 3 }, more as object), send(good, { nps: 3 })])
  expect(outcomes).toMatchObject([{ error }, { id: good, isNew: true }])
  expect(await stored(bad)).toBeUndefined()
})

test('ids of other versions, of the past and of a month to come are kept, scored and judged', async () => {
  const ids = [crypto.randomUUID(), '00000000-0000-1000-8000-000000000000', newId(0), newId(Date.now() + 200 * 86_400_000)]
  for (const id of ids) {
    expect(await send(id, { nps: 0, reason: 'bad' })).toMatchObject({ isNew: true })
    expect(await send(id, { nps: 0, reason: 'bad' })).toMatchObject({ isNew: false })
  }
})

test('a future month takes its early answers over with all that hangs on them', async () => {
  const ahead = new Date()
  ahead.setUTCMonth(ahead.getUTCMonth() + 5, 15)
  const id = newId(ahead.getTime())
  await send(id, { nps: 0, speed: 2, reason: 'The parcel was broken and the delivery was late' })
  const near = await hear(organizationId, 'delivery', { nps: 1 })
  await judge(organizationId, id)
  const snapshot = async () => {
    const parts = [
      'responses t where id',
      'answers t where response_id',
      'scores t where response_id',
      'text_insights t where response_id',
    ]
    const more = ['alerts t where response_id', 'case_responses t where response_id', 'deliveries t where response_id']
    const tables = [...parts, ...more].map((from) => rowsOf(`select to_jsonb(t) as row from ${from} = $1 order by 1`, [id]))
    return Promise.all(tables)
  }
  const before = await snapshot()
  expect(before.map((rows) => rows.length > 0)).toEqual(Array.from({ length: 7 }, () => true))
  expect(await countOf('responses_default where id = $1', [id])).toBe(1)
  const month = `${ahead.toISOString().slice(0, 7)}-01`
  expect(await rowsOf('select prepare_response_month($1) as made', [month])).toEqual([{ made: true }])
  expect(await rowsOf('select prepare_response_month($1) as made', [month])).toEqual([{ made: false }])
  expect(await snapshot()).toEqual(before)
  const partition = `responses_${month.slice(0, 7).replace('-', '_')}`
  expect(await countOf(`${partition} where id = $1`, [id])).toBe(1)
  expect(await countOf('responses_default where id = $1', [id])).toBe(0)
  expect(await countOf('alerts where response_id = $1', [near])).toBe(2)
  expect(await send(id, { nps: 10 }, { revision: 2 })).toMatchObject({ revision: 2, isNew: false })
})

test('more than can wait is refused as overload, and what was refused isn’t kept', async () => {
  const ids = Array.from({ length: 5400 }, () => newId())
  const outcomes = await Promise.allSettled(ids.map((id) => send(id, { nps: 9 }, { survey: 'loyalty' })))
  const refused = ids.filter((_, index) => outcomes[index]?.status === 'rejected')
  expect(refused.length).toBeGreaterThan(0)
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ name: 'Overloaded' })
  expect(await countOf('responses where id = any($1)', [refused])).toBe(0)
  expect(await countOf('responses where id = any($1)', [ids])).toBe(ids.length - refused.length)
}, 60_000)

test('an answer whose connection is cut before the commit is said not to be kept, and isn’t', async () => {
  const id = newId()
  const blocker = await pool().connect()
  await blocker.query('begin')
  await blocker.query('lock table responses in access exclusive mode')
  const outcome = send(id, { nps: 1 }).catch((error: unknown) => error)
  const waiting = `pg_stat_activity where datname = current_database() and application_name = 'earshot-loop' and wait_event_type = 'Lock'`
  await until(async () => (await countOf(waiting)) > 0, 'the answer to wait for the lock')
  await rowsOf(`select pg_terminate_backend(pid) from ${waiting}`)
  expect(isOverload(await outcome)).toBe(true)
  await blocker.query('rollback')
  blocker.release()
  expect(await stored(id)).toBeUndefined()
  expect(await send(id, { nps: 1 })).toMatchObject({ isNew: true })
})
