import { beforeAll, beforeEach, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { exportProgramme } from '@/pipeline/design/export-programme'
import { findPeople } from '@/pipeline/design/find-people'
import { putObject } from '@/pipeline/design/put-object'
import { setAbsence } from '@/pipeline/design/set-absence'
import { hear, openShop, rowsOf } from '~tests/support/shop'

let organizationId: string
beforeAll(async () => {
  organizationId = await openShop('absent')
})

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString()
const olga = 'olga@shop.example'
const [tim, tara, ada] = ['tim@shop.example', 'tara@shop.example', 'ada@shop.example']
const put = (email: string, away: unknown) =>
  putObject(organizationId, 'members', email, { name: email.slice(0, 4), role: email === ada ? 'admin' : 'owner', away }, ada)
const isAway = async (email: string, deputy?: string, [from, until] = [day(-1), day(1)]) => {
  const saved = await put(email, { from, until, ...(deputy ? { deputy } : {}) })
  if (isFailure(saved)) throw new Error(JSON.stringify(saved))
}
beforeEach(async () => {
  for (const email of [olga, tim, tara, ada]) await put(email, null)
})

/** Whom an answer's alert reaches, and who owns its case. */
const reach = async (survey: string, answers: Record<string, number>) => {
  const id = await hear(organizationId, survey, answers)
  const told = await rowsOf<{ recipient: string }>(
    'select distinct recipient from deliveries where response_id = $1 order by 1',
    [id],
  )
  const owners = await rowsOf<{ email: string | null }>(
    `select u.email from case_responses cr join cases c on c.id = cr.case_id left join members m on m.id = c.owner_member_id
       left join users u on u.id = m.user_id where cr.response_id = $1`,
    [id],
  )
  return { told: told.map(({ recipient }) => recipient), owner: owners[0]?.email }
}
const badDelivery = () => reach('delivery', { nps: 5 })

test('while the owner is away, the deputy is told and gets the case; before and afterwards the owner', async () => {
  await isAway(olga, tim)
  expect(await badDelivery()).toEqual({ told: [tim], owner: tim })
  await isAway(olga, tim, [day(1), day(2)])
  expect(await badDelivery()).toEqual({ told: [olga], owner: olga })
  await isAway(olga, tim, [day(-3), day(-1)])
  expect(await badDelivery()).toEqual({ told: [olga], owner: olga })
})

test('a deputy who is away hands on to theirs, and a ring of absent people reaches the administrators', async () => {
  await isAway(olga, tim)
  await isAway(tim, tara)
  expect(await badDelivery()).toEqual({ told: [tara], owner: tara })
  await isAway(tara, olga)
  expect(await badDelivery()).toEqual({ told: [ada], owner: olga })
})

test('nobody is left out: without a deputy the administrators are told, even if all of them are away', async () => {
  await isAway(olga)
  expect((await badDelivery()).told).toEqual([ada])
  await isAway(ada)
  expect((await badDelivery()).told).toEqual([ada])
})

test('of a team whoever is there is told, each person once', async () => {
  await isAway(tim, tara)
  expect((await reach('help', { csat: 1 })).told).toEqual([tara])
  await isAway(tara)
  expect((await reach('help', { csat: 1 })).told).toEqual([ada])
})

test('an absence is told back, is left as it is by who doesn’t speak of it, and stands in no file', async () => {
  await isAway(olga, tim)
  const again = await putObject(organizationId, 'members', olga, { name: 'Olga Owner', role: 'owner' }, ada)
  expect(again).toMatchObject({ stored: { name: 'Olga Owner', away: { deputy: tim } } })
  expect(await put(olga, null)).toMatchObject({ stored: expect.not.objectContaining({ away: expect.anything() }) })
  await isAway(olga, tim)
  const file = (await exportProgramme(organizationId)) as { members: Record<string, object> }
  expect(Object.keys(file.members[olga] ?? {})).toEqual(['name', 'role'])
  const applied = await applyProgramme(organizationId, { members: file.members })
  expect(!isFailure(applied) && applied.applied.every(({ change }) => change === 'unchanged')).toBe(true)
})

test.each([
  ['away.deputy', { from: day(0), until: day(1), deputy: olga }],
  ['away.deputy', { from: day(0), until: day(1), deputy: 'gus@shop.example' }],
  ['away', { from: day(1), until: day(0) }],
])('what can’t be is refused at %s', async (path, away) => {
  expect(await put(olga, away)).toMatchObject({ error: expect.any(String), errors: [{ path }] })
})

test('whole days of the organization are away, as the members’ screen says them', async () => {
  const found = (await findPeople(organizationId)).members.find(({ email }) => email === olga)
  const today = new Date().toISOString().slice(0, 10)
  await setAbsence(organizationId, found?.id ?? '', { from: today, to: today, deputy: tim }, ada)
  const now = (await findPeople(organizationId)).members.find(({ email }) => email === olga)
  expect(now?.away).toMatchObject({ isNow: true, deputy: { email: tim } })
  expect(now?.away?.from.toISOString()).toBe(`${today}T00:00:00.000Z`)
  expect((now?.away?.until.getTime() ?? 0) - (now?.away?.from.getTime() ?? 0)).toBe(86_400_000)
  expect(await setAbsence(organizationId, found?.id ?? '', { from: '2026-02-30', to: today }, ada)).toMatchObject({
    error: 'invalid',
  })
})

test('messages of low and medium severity wait for the end of the quiet hours; the alert and its case don’t', async () => {
  // All day but the minute that was: whenever this runs, it is quiet.
  const time = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(11, 16)
  const rule = (severity: string) => ({
    ...{ name: severity, touchpoints: ['store'], severity, notify: [{ to: `member:${ada}` }] },
    when: { field: 'score.nps', op: 'gte', value: 9 },
    quiet: { from: time(-60), to: time(-61) },
  })
  await applyProgramme(organizationId, { alertRules: { calm: rule('medium'), urgent: rule('high') } })
  const id = await hear(organizationId, 'store', { nps: 10 })
  const rows = await rowsOf<{ rule: string; waits: boolean; has_case: boolean }>(
    `select ar.key as rule, d.next_attempt_at > now() + interval '20 hours' as waits, a.case_id is not null as has_case
       from deliveries d join alerts a on a.id = d.alert_id join alert_rules ar on ar.id = a.rule_id where d.response_id = $1 order by 1`,
    [id],
  )
  expect(rows).toEqual([
    { rule: 'calm', waits: true, has_case: true },
    { rule: 'urgent', waits: false, has_case: true },
  ])
})
