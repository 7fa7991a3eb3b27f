import { beforeAll, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { publishSurvey } from '@/pipeline/design/survey-programme'
import { acceptResponse } from '@/pipeline/listen/accept-response'
import { scoreResponse } from '@/pipeline/score/score-response'
import { countOf, judge, newId, openShop, rowsOf } from '~tests/support/shop'

let organizationId: string
beforeAll(async () => {
  organizationId = await openShop('quotas')
})

const nps = { key: 'nps', kind: 'nps', role: 'outcome', text: 'Would you recommend us?' }

/** Publishes a survey of its own; its key is its slug, since no other organization here has one of that name. */
const publish = async (key: string, more: object) => {
  const survey = { touchpoint: 'delivery', title: 'Quota', pages: [{ questions: [nps] }], ...more }
  const applied = await applyProgramme(organizationId, { surveys: { [key]: survey } })
  if (isFailure(applied)) throw new Error(JSON.stringify(applied))
}

type Sent = { id?: string; revision?: number; completed?: boolean; page?: number }
const send = async (survey: string, answers: object, { id = newId(), revision = 1, completed = true, page }: Sent = {}) => {
  const more = page === undefined ? {} : { page }
  const accepted = await acceptResponse(id, { survey, revision, answers: { ...answers }, completed, ...more }, new Date())
  if (isFailure(accepted)) throw new Error(JSON.stringify(accepted))
  return accepted
}

const places = (survey: string, quota: string) =>
  countOf(`quota_places p join surveys s on s.id = p.survey_id where s.key = $1 and p.quota = $2`, [survey, quota])

test('fifty who answer at once never fill a quota beyond its limit', async () => {
  await publish('rush', {
    quotas: [
      { key: 'all', limit: 20 },
      { key: 'happy', when: { field: 'answer.nps', op: 'gte', value: 9 }, limit: 7 },
    ],
  })
  const accepted = await Promise.all(Array.from({ length: 50 }, (_, index) => send('rush', { nps: index % 2 ? 10 : 3 })))
  const completed = accepted.filter(({ status }) => status === 'completed')
  expect(completed).toHaveLength(20)
  expect(accepted.filter(({ status, reason }) => status === 'disqualified' && reason === 'quota_full')).toHaveLength(30)
  expect(await places('rush', 'all')).toBe(20)
  expect(await places('rush', 'happy')).toBe(
    await countOf(
      `responses r join surveys s on s.id = r.survey_id where s.key = 'rush' and r.status = 'completed' and (r.answers->>'nps')::int >= 9`,
    ),
  )
  expect(await places('rush', 'happy')).toBeLessThanOrEqual(7)
})

test('the same answer sent again keeps its one place, and a newer revision too', async () => {
  await publish('again', { quotas: [{ key: 'all', limit: 2 }] })
  const { id } = await send('again', { nps: 5 })
  await Promise.all(Array.from({ length: 5 }, () => send('again', { nps: 5 }, { id })))
  expect(await send('again', { nps: 6 }, { id, revision: 2 })).toMatchObject({ status: 'completed', revision: 2 })
  expect(await places('again', 'all')).toBe(1)
  expect(await send('again', { nps: 1 })).toMatchObject({ status: 'completed' })
  const late = await send('again', { nps: 1 })
  expect(late).toMatchObject({ status: 'disqualified', reason: 'quota_full' })
  expect(await send('again', { nps: 1 }, { id: late.id })).toMatchObject({
    status: 'disqualified',
    reason: 'quota_full',
    isKept: false,
  })
})

test('a partial answer takes no place until it is completed', async () => {
  await publish('slow', { quotas: [{ key: 'all', limit: 1 }] })
  const { id } = await send('slow', { nps: 5 }, { completed: false })
  expect(await places('slow', 'all')).toBe(0)
  expect(await send('slow', { nps: 7 })).toMatchObject({ status: 'completed' })
  expect(await send('slow', { nps: 5 }, { id, revision: 2 })).toMatchObject({ status: 'disqualified', reason: 'quota_full' })
})

test('whoever leaves the page behind that a full quota asks about is told at once, and not before', async () => {
  const happy = { field: 'answer.nps', op: 'gte', value: 9 }
  await publish('early', {
    pages: [{ questions: [nps] }, { questions: [{ key: 'why', kind: 'text', required: true, text: 'Why?' }] }],
    quotas: [{ key: 'happy', when: happy, limit: 1 }],
  })
  const partial = { completed: false }
  const early = await send('early', { nps: 10 }, { ...partial, page: 1 })
  expect(early).toMatchObject({ status: 'partial' })
  expect(await places('early', 'happy')).toBe(0)
  expect(await send('early', { nps: 9, why: 'good' })).toMatchObject({ status: 'completed' })
  // Still on the page where the answer can be another; or on a way of its own, which names no page.
  const { id } = await send('early', { nps: 10 }, { ...partial, page: 0 })
  expect(await send('early', { nps: 10 }, { ...partial, id, revision: 2 })).toMatchObject({ status: 'partial' })
  expect(await send('early', { nps: 3 }, { ...partial, page: 1 })).toMatchObject({ status: 'partial' })
  expect(await send('early', { nps: 10 }, { ...partial, id, revision: 3, page: 1 })).toMatchObject({
    status: 'disqualified',
    reason: 'quota_full',
    revision: 3,
  })
  // It has ended: other answers don't bring it back, and nothing of it counts or alerts.
  expect(await send('early', { nps: 1, why: 'bad' }, { id, revision: 4 })).toMatchObject({
    status: 'disqualified',
    isKept: false,
  })
  await judge(organizationId, id)
  expect(await countOf('scores where organization_id = $1 and response_id = $2', [organizationId, id])).toBe(0)
  expect(await rowsOf(`select score_due_at <= now() as due from responses where id = $1`, [id])).toEqual([{ due: true }])
  expect(await send('early', { nps: 10, why: 'x' }, { id: early.id, revision: 2 })).toMatchObject({ reason: 'quota_full' })
  expect(await places('early', 'happy')).toBe(1)
})

test('a batch in which the last place goes turns away who only asks for one, and nobody else', async () => {
  await publish('batch', {
    pages: [{ questions: [nps] }, { questions: [{ key: 'why', kind: 'text', text: 'Why?' }] }],
    quotas: [{ key: 'all', limit: 5 }],
  })
  const sent = await Promise.all(
    Array.from({ length: 30 }, (_, index) => send('batch', { nps: 5 }, index % 2 ? { completed: false, page: 1 } : {})),
  )
  expect(sent.filter(({ status }) => status === 'completed')).toHaveLength(5)
  expect(await places('batch', 'all')).toBe(5)
  expect(await send('batch', { nps: 5 }, { completed: false, page: 1 })).toMatchObject({ reason: 'quota_full' })
})

test('who is turned away by the logic is kept, counts nowhere, alerts nobody, and can’t come back with other answers', async () => {
  await publish('grown-up', {
    pages: [
      {
        questions: [nps, { key: 'age', kind: 'number', text: 'Age?' }],
        jumps: [{ when: { field: 'answer.age', op: 'lt', value: 18 }, end: 'disqualified' }],
      },
      { questions: [{ key: 'job', kind: 'text', required: true, text: 'Job?' }] },
    ],
  })
  const { id } = await send('grown-up', { nps: 0 }, { completed: false })
  expect(await send('grown-up', { nps: 0, age: 12 }, { id, revision: 2 })).toMatchObject({
    status: 'disqualified',
    reason: 'logic',
  })
  await judge(organizationId, id)
  expect(
    await rowsOf('select status, ended_by, answers, scored_revision, evaluated_revision from responses where id = $1', [id]),
  ).toEqual([
    { status: 'disqualified', ended_by: 'logic', answers: { nps: 0, age: 12 }, scored_revision: 2, evaluated_revision: 2 },
  ])
  for (const table of ['scores', 'answers', 'alerts'])
    expect(await countOf(`${table} where organization_id = $1 and response_id = $2`, [organizationId, id])).toBe(0)
  expect(await send('grown-up', { nps: 0, age: 30, job: 'baker' }, { id, revision: 3 })).toMatchObject({
    status: 'disqualified',
    revision: 2,
  })
})

test('a partial that was scored and is then turned away is taken back out of the numbers', async () => {
  await publish('taken-back', {
    idleSeconds: 5,
    pages: [
      {
        questions: [nps, { key: 'age', kind: 'number', text: 'Age?' }],
        jumps: [{ when: { field: 'answer.age', op: 'lt', value: 18 }, end: 'disqualified' }],
      },
      { questions: [{ key: 'job', kind: 'text', text: 'Job?' }] },
    ],
  })
  const { id } = await send('taken-back', { nps: 4 }, { completed: false })
  await rowsOf(`update responses set score_due_at = now() - interval '1 second' where id = $1`, [id])
  await scoreResponse({ organizationId, id })
  const counted = () => countOf(`scores where organization_id = $1 and response_id = $2`, [organizationId, id])
  expect(await counted()).toBeGreaterThan(0)
  await send('taken-back', { nps: 4, age: 3 }, { id, revision: 2 })
  await scoreResponse({ organizationId, id })
  expect(await counted()).toBe(0)
  const [rollup] = await rowsOf<{ n: string }>(
    `select coalesce(sum(n), 0) as n from rollups where organization_id = $1 and survey_id = (select id from surveys where organization_id = $1 and key = 'taken-back')`,
    [organizationId],
  )
  expect(Number(rollup?.n)).toBe(0)
})

test('a survey with logic that can’t do anything stays a draft, and says where and why', async () => {
  const dead = {
    touchpoint: 'delivery',
    title: 'Dead',
    pages: [
      { questions: [nps] },
      { showIf: { field: 'answer.nps', op: 'gt', value: 10 }, questions: [{ key: 'why', kind: 'text', text: 'Why?' }] },
    ],
  }
  const applied = await applyProgramme(organizationId, { surveys: { dead } })
  expect(applied).toMatchObject({
    errors: [{ path: 'surveys.dead.pages[1].showIf', message: expect.stringContaining('can never hold') }],
  })
  expect(isFailure(await applyProgramme(organizationId, { surveys: { dead: { ...dead, publish: false } } }))).toBe(false)
  expect(await publishSurvey(organizationId, 'dead')).toMatchObject({ error: 'invalid', errors: [{ path: 'pages[1].showIf' }] })
})
