import { beforeAll, beforeEach, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { importResponses } from '@/pipeline/listen/import-responses'
import { deleteResponse } from '@/pipeline/operate/delete-response'
import {
  cancelRebuild,
  countRollupDrift,
  getLatestRebuild,
  getRebuild,
  rebuildRollups,
  requestRebuild,
} from '@/pipeline/operate/rebuild-rollups'
import { stopWork } from '@/pipeline/operate/stop-work'
import { scoreResponses } from '@/pipeline/score/score-response'
import { pool } from '@/store/connection'
import { findUnscored } from '@/store/response/save-responses'
import { findDueWork } from '@/store/work/find-due-work'
import { recountAll } from '~tests/support/rebuild'
import { newId, openShop, rowsOf, submit } from '~tests/support/shop'
import { until } from '~tests/support/until'

const by = 'ada@shop.example'
const surveys = ['delivery', 'help', 'store', 'loyalty'] as const
let organizationId: string
beforeAll(async () => {
  organizationId = await openShop()
})
beforeEach(() => rowsOf('truncate responses, answers, scores, text_insights, rollups, rollup_rebuilds cascade'))

/** The same numbers at every run: what fails once fails again. */
const seeded = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296
  return seed / 4_294_967_296
}
const answersFor = (survey: string, random: () => number) =>
  survey === 'help' ? { csat: 1 + Math.floor(random() * 5) } : { nps: Math.floor(random() * 11) }
/** Answers of the last three months, in every survey. */
const bringIn = async (count: number, random: () => number): Promise<{ id: string; survey: string }[]> => {
  const items = Array.from({ length: count }, (_, index) => {
    const survey = surveys[index % surveys.length] ?? 'store'
    const submittedAt = new Date(Date.now() - random() * 90 * 86_400_000).toISOString()
    return { id: newId(), survey, answers: answersFor(survey, random), completed: true, submittedAt }
  })
  await importResponses(organizationId, items, 'none', new Date())
  return items
}
const scoreDue = async () => {
  await rowsOf(`update responses set score_due_at = now() - interval '1 minute' where id in (
    select id from responses where scored_revision < revision order by id for update skip locked)`)
  const due = await findUnscored(1000)
  for (let from = 0; from < due.length; from += 16) await scoreResponses(due.slice(from, from + 16))
}
/** Numbers that are off, rollups that nobody knows of, and some that are missing. */
const spoil = () =>
  rowsOf(`with off as (update rollups set n = n + 3, sum = sum - 1 where c7 > 0 or c3 > 0), gone as (delete from rollups where c1 > 0 and c3 = 0 and c7 = 0)
    insert into rollups select organization_id, metric, survey_id, touchpoint_id, '1999-12-31', channel, kind, n, low, middle, high, sum, sum_squares,
      c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10 from rollups limit 5 on conflict do nothing`)
const request = async (scope: object = {}) => {
  const asked = await requestRebuild({ organizationId, by, ...scope })
  if (isFailure(asked)) throw new Error(asked.error)
  return { organizationId, id: asked.id }
}

test.each([1, 2, 3])(
  'a recount during random creations, edits, partials, late arrivals and deletions ends equal to the recount (%i)',
  async (seed) => {
    const random = seeded(seed)
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
    const known = await bringIn(300, random)
    const revisions = new Map(known.map(({ id }) => [id, 1]))
    await scoreDue()
    expect(await countRollupDrift(organizationId)).toBe(0)
    await spoil()
    expect(await countRollupDrift(organizationId)).toBeGreaterThan(20)

    const create = async () => {
      const made = { id: newId(), survey: pick(surveys) }
      known.push(made)
      revisions.set(made.id, 1)
      await submit(made.survey, answersFor(made.survey, random), { id: made.id, completed: random() < 0.7 })
    }
    const edit = async () => {
      const { id, survey } = pick(known)
      const revision = (revisions.get(id) ?? 1) + 1
      revisions.set(id, revision)
      await submit(survey, answersFor(survey, random), { id, revision, completed: true }).catch((error: Error) =>
        expect(error.message).toContain('response_deleted'),
      )
    }
    const remove = async () => void (await deleteResponse({ organizationId, id: pick(known).id, by }))
    const arriveLate = async () => void known.push(...(await bringIn(3, random)))
    let isRebuilding = true
    const live = async () => {
      for (let turn = 0; isRebuilding || turn < 4; turn += 1) {
        const steps = Array.from({ length: 10 }, () =>
          random() < 0.4 ? create : random() < 0.5 ? edit : random() < 0.5 ? remove : arriveLate,
        )
        await Promise.all(steps.map((step) => step()))
        await Promise.all([scoreDue(), scoreDue()])
      }
    }
    const rebuild = async () => {
      const row = await recountAll(organizationId)
      expect(row).toMatchObject({ state: 'done', done: row.total })
      expect(row.mended).toBeGreaterThan(20)
      // Once more, over what is right already, while things go on.
      expect(await recountAll(organizationId)).toMatchObject({ state: 'done', mended: 0 })
      isRebuilding = false
    }
    await Promise.all([live(), live(), rebuild()])
    await scoreDue()
    expect(await countRollupDrift(organizationId)).toBe(0)
  },
  60_000,
)

test('between taking rollups away and writing them anew nobody adds to them', async () => {
  await bringIn(12, seeded(4))
  await scoreDue()
  await rowsOf('update rollups set n = n + 1')
  // The recount is held where it has taken the old rollups away.
  await rowsOf(
    `create or replace function hold() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(4242); return null; end $$`,
  )
  await rowsOf('create trigger hold after delete on rollups for each statement execute function hold()')
  const holder = await pool().connect()
  const waiting = (count: number) => async () =>
    (
      await rowsOf(
        `select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
      )
    ).length >= count
  try {
    await holder.query('select pg_advisory_lock(4242)')
    const recounting = recountAll(organizationId, { survey: 'store' })
    await until(waiting(1), 'the recount to be held')
    // A rollup that there was none of: nothing but the lock keeps it from being written meanwhile.
    const months = await rowsOf<{ at: string }>(
      `select min(submitted_at) as at from responses r join surveys s on s.id = r.survey_id and s.key = 'store'`,
    )
    const submittedAt = new Date(months[0]?.at ?? '').toISOString()
    await importResponses(
      organizationId,
      [{ survey: 'store', answers: { nps: 5 }, completed: true, submittedAt, channel: 'new' }],
      'none',
      new Date(),
    )
    let isScored = false
    const scoring = scoreDue().then(() => {
      isScored = true
    })
    await until(async () => isScored || (await waiting(2)()), 'the answer to be counted, or to wait')
    await holder.query('select pg_advisory_unlock(4242)')
    expect((await recounting).state).toBe('done')
    await scoring
  } finally {
    holder.release(true)
    await rowsOf('drop trigger hold on rollups')
  }
  const rest = await recountAll(organizationId)
  expect(rest.mended).toBeGreaterThan(0)
  expect(await countRollupDrift(organizationId)).toBe(0)
})

test('a recount of one survey, or of a touchpoint’s, leaves the others as they are', async () => {
  await bringIn(40, seeded(9))
  await scoreDue()
  await rowsOf('update rollups set n = n + 1')
  const all = await countRollupDrift(organizationId)
  const one = await recountAll(organizationId, { survey: 'store' })
  expect(one.mended).toBeGreaterThan(5)
  expect(one.mended).toBe(one.rollups)
  expect(await countRollupDrift(organizationId)).toBe(all - one.mended)
  const two = await recountAll(organizationId, { touchpoint: 'help' })
  expect(await countRollupDrift(organizationId)).toBe(all - one.mended - two.mended)
  expect(await requestRebuild({ organizationId, by, survey: 'unheard-of' })).toMatchObject({ error: 'not_found' })
})

test('one recount at a time: the same again is the same, another is refused, and it can be ended', async () => {
  const first = await request({ survey: 'store' })
  expect(await requestRebuild({ organizationId, by, survey: 'store' })).toEqual({ id: first.id, isNew: false })
  expect(await requestRebuild({ organizationId, by })).toMatchObject({ error: 'conflict' })
  expect(await cancelRebuild(organizationId)).toBe(true)
  expect(await cancelRebuild(organizationId)).toBe(false)
  expect(await rebuildRollups(first)).toBe(false)
  expect(await getLatestRebuild(organizationId)).toMatchObject({ state: 'cancelled' })
})

test('a recount whose worker died goes on behind its last slice', async () => {
  await bringIn(80, seeded(5))
  await scoreDue()
  const whole = await recountAll(organizationId)
  await rowsOf('update rollups set n = n + 1')
  const reference = await request()
  const slices = await rowsOf<{ name: string }>(
    `select distinct survey_id || '/' || left(day, 7) as name from rollups order by 1`,
  )
  expect(slices.length).toBeGreaterThan(8)
  expect(whole.total).toBe(slices.length)
  const half = Math.floor(slices.length / 2)
  const position = slices[half - 1]?.name
  await rowsOf(
    `update rollup_rebuilds set state = 'running', attempts = 1, position = $2, done = $3, total = $4, lease_until = now() - interval '1 second' where id = $1`,
    [reference.id, position, half, slices.length],
  )
  expect(await findDueWork('rollup_rebuilds', 10)).toEqual([{ ...reference, attempt: 1 }])
  const heard: number[] = []
  const runs = await Promise.all([1, 2].map(() => rebuildRollups(reference, ({ done }) => heard.push(done))))
  expect(runs.filter(Boolean).length).toBe(1)
  expect(heard).toEqual(Array.from({ length: slices.length - half }, (_, index) => half + index + 1))
  // What the dead worker had done before isn't done again, so what was spoilt there stays so.
  expect(await countRollupDrift(organizationId)).toBe(
    whole.rollups - ((await getRebuild(organizationId, reference.id))?.mended ?? 0),
  )
  expect((await recountAll(organizationId)).state).toBe('done')
  expect(await countRollupDrift(organizationId)).toBe(0)
})

test('a process that stops gives the recount back where it is', async () => {
  await bringIn(60, seeded(6))
  await scoreDue()
  const reference = await request()
  let stopped: Promise<void> | undefined
  await rebuildRollups(reference, ({ done }) => {
    if (done === 2) stopped = stopWork()
  })
  await stopped
  expect(await getRebuild(organizationId, reference.id)).toMatchObject({ state: 'waiting', done: 2 })
})
