import { beforeAll, beforeEach, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { openCase } from '@/pipeline/act/open-case'
import { evaluateRules } from '@/pipeline/alert/evaluate-rules'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { exportProgramme } from '@/pipeline/design/export-programme'
import { putObject } from '@/pipeline/design/put-object'
import { putPolicy } from '@/pipeline/design/put-settings'
import { scoreResponse } from '@/pipeline/score/score-response'
import { hear, importOne, judge, openShop, rowsOf, shop, submit } from '~tests/support/shop'

let organizationId: string
beforeAll(async () => {
  organizationId = await openShop('routed')
})

const [ada, olga, tim, tara] = ['ada@shop.example', 'olga@shop.example', 'tim@shop.example', 'tara@shop.example']
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
/** Hours of a minute a day, so long ago today that nobody is at work whenever this runs. */
const minute = (from: number) => {
  const time = (at: number) => new Date(at).toISOString().slice(11, 16)
  const start = Date.now() + from * 60_000
  const [begin, end] = [time(start), time(start + 60_000)]
  return `${begin}-${end === '00:00' ? '24:00' : end}`
}
const hours = (spans: string[]) => Object.fromEntries(weekdays.map((day) => [day, spans]))
const offWork = () => ({ workingHours: hours([minute(-600)]), timeZone: 'UTC' })
const atWork = { workingHours: hours(['00:00-24:00']), timeZone: 'UTC' }

const member = async (email: string, more: object) => {
  const saved = await putObject(
    organizationId,
    'members',
    email,
    { name: email.slice(0, 4), role: email === ada ? 'admin' : 'owner', ...more },
    ada,
  )
  if (isFailure(saved)) throw new Error(JSON.stringify(saved))
}
const apply = async (programme: object) => {
  const applied = await applyProgramme(organizationId, programme)
  if (isFailure(applied)) throw new Error(JSON.stringify(applied))
}
const alerts = (more: object) => putPolicy(organizationId, { alerts: more }, ada)
const team = (routing: string) => apply({ teams: { care: { ...shop.teams.care, routing } } })
beforeEach(async () => {
  await alerts({})
  await apply({ alertRules: shop.alertRules, teams: shop.teams })
  for (const email of [ada, olga, tim, tara]) await member(email, { away: null, workingHours: null, timeZone: null })
  await rowsOf(`update cases set status = 'closed' where organization_id = $1`, [organizationId])
  await rowsOf('delete from team_turns where organization_id = $1', [organizationId])
})

/** Whom an answer's alerts reach, and whether they wait; and who owns its case. */
const reached = async (id: string) => {
  const told = await rowsOf<{ recipient: string; waits: boolean }>(
    'select recipient, next_attempt_at > now() + make_interval(mins => 5) as waits from deliveries where response_id = $1 order by 1',
    [id],
  )
  const owners = await rowsOf<{ owner: string | null }>(
    `select coalesce(u.email, t.key) as owner from case_responses cr join cases c on c.id = cr.case_id
       left join members m on m.id = c.owner_member_id left join users u on u.id = m.user_id left join teams t on t.id = c.owner_team_id
      where cr.response_id = $1`,
    [id],
  )
  return { told: told.map(({ recipient, waits }) => (waits ? `${recipient} waits` : recipient)), owner: owners[0]?.owner }
}
const badHelp = async () => reached(await hear(organizationId, 'help', { csat: 1 }))
const badDelivery = async (severity: string, nps = 5) => {
  await apply({ alertRules: { detractor: { ...shop.alertRules.detractor, severity } } })
  return reached(await hear(organizationId, 'delivery', { nps }))
}

test('without a setting everyone of a team is told, and the case is the team’s', async () => {
  expect(await badHelp()).toEqual({ told: [tara, tim], owner: 'care' })
})

test('a team by turns: one after the other is told and gets the case', async () => {
  await team('turns')
  const found = [await badHelp(), await badHelp(), await badHelp(), await badHelp()]
  const owners = found.map(({ owner }) => owner)
  expect(new Set(owners.slice(0, 2))).toEqual(new Set([tim, tara]))
  expect(owners.slice(2)).toEqual(owners.slice(0, 2))
  for (const { told, owner } of found) expect(told).toEqual([owner])
})

test('turns are even when answers are judged side by side, and judging again takes none', async () => {
  await team('turns')
  const ids = await Promise.all(Array.from({ length: 12 }, () => submit('help', { csat: 1 })))
  for (const id of ids) await scoreResponse({ organizationId, id })
  const judgeAll = () => Promise.all(ids.map((id) => evaluateRules({ organizationId, id })))
  await Promise.all([judgeAll(), judgeAll()])
  const told = await rowsOf<{ recipient: string; count: number }>(
    'select recipient, count(*)::int as count from deliveries where response_id = any($1::uuid[]) group by 1 order by 1',
    [ids],
  )
  expect(told).toEqual([
    { recipient: tara, count: 6 },
    { recipient: tim, count: 6 },
  ])
})

test('a team by load: whoever has the fewest running cases', async () => {
  await team('least_loaded')
  const first = await badHelp()
  const other = first.owner === tim ? tara : tim
  expect((await badHelp()).owner).toBe(other)
  await rowsOf(
    `update cases set status = 'closed' where organization_id = $1 and owner_member_id = (select m.id from members m join users u on u.id = m.user_id
       where m.organization_id = $1 and u.email = $2)`,
    [organizationId, other],
  )
  expect([(await badHelp()).owner, (await badHelp()).told]).toEqual([other, [expect.any(String)]])
})

test('turns pass by who is away or off work; with nobody there the deputy gets it', async () => {
  await team('turns')
  await member(tim, offWork())
  expect([(await badHelp()).owner, (await badHelp()).owner]).toEqual([tara, tara])
  const away = { from: new Date(Date.now() - 1e7).toISOString(), until: new Date(Date.now() + 1e7).toISOString() }
  await member(tim, { workingHours: null, timeZone: null, away })
  await member(tara, { away: { ...away, deputy: olga } })
  expect(await badHelp()).toEqual({ told: [olga], owner: olga })
})

test('a customer’s next answer finds whoever has their case already, and takes no turn', async () => {
  await team('turns')
  const answer = async () => {
    const id = await importOne(organizationId, 'help', { csat: 1 }, { externalId: 'loyal' })
    await judge(organizationId, id)
    return reached(id)
  }
  const first = await answer()
  expect([await answer(), await answer()]).toEqual([first, first])
  expect((await badHelp()).owner).not.toBe(first.owner)
})

test('a case opened by hand goes by the team’s turns too', async () => {
  await team('turns')
  const ids = [await submit('help', { csat: 5 }), await submit('help', { csat: 5 })]
  for (const responseId of ids) await openCase({ organizationId, responseId, severity: 'low', by: ada })
  const owners = (await Promise.all(ids.map(reached))).map(({ owner }) => owner)
  expect(new Set(owners)).toEqual(new Set([tim, tara]))
})

test('the account’s owner is read from the attribute that the organization names', async () => {
  const notify = [{ to: 'account_owner' }]
  await apply({ alertRules: { 'loyalty-low': { ...shop.alertRules['loyalty-low'], notify } } })
  const answer = async (externalId: string, attributes: object) => {
    await rowsOf(
      `insert into customers (organization_id, id, external_id, attributes, updated_at) values ($1, gen_random_uuid(), $2, $3, now())`,
      [organizationId, externalId, JSON.stringify(attributes)],
    )
    const id = await importOne(organizationId, 'loyalty', { nps: 1 }, { externalId })
    await judge(organizationId, id)
    return (await reached(id)).told
  }
  expect(await answer('a1', { owner: tim, keeper: tara })).toEqual([tim])
  await alerts({ accountOwner: 'keeper' })
  expect(await answer('a2', { owner: tim, keeper: ' TARA@shop.example ' })).toEqual([tara])
  expect(await answer('a3', { owner: tim })).toEqual([ada])
})

test('where a rule reaches nobody the fallback is told, and behind it the administrators', async () => {
  const badStore = async () => (await reached(await hear(organizationId, 'store', { nps: 1 }))).told
  expect(await badStore()).toEqual([ada])
  await alerts({ fallback: 'team:care' })
  expect(await badStore()).toEqual([tara, tim])
  await team('turns')
  expect(await badStore()).toHaveLength(1)
  await alerts({ fallback: 'role:analyst' })
  expect(await badStore()).toEqual([ada])
  expect(await alerts({ fallback: 'team:nobody' })).toMatchObject({ error: expect.any(String) })
})

test('outside somebody’s hours low and medium wait, critical doesn’t, and the case is theirs', async () => {
  await member(olga, offWork())
  expect(await badDelivery('low')).toEqual({ told: [`${olga} waits`], owner: olga })
  expect(await badDelivery('medium')).toEqual({ told: [`${olga} waits`], owner: olga })
  expect(await badDelivery('critical')).toEqual({ told: [olga], owner: olga })
})

test('high goes to a teammate at work with the fewest cases, with the case; and at once to the owner where nobody is', async () => {
  await member(olga, offWork())
  expect(await badDelivery('high')).toEqual({ told: [olga], owner: olga })
  await apply({ teams: { post: { name: 'Post', members: [olga, tim, tara] } } })
  await member(tim, offWork())
  expect(await badDelivery('high')).toEqual({ told: [tara], owner: tara })
  await member(olga, atWork)
  expect(await badDelivery('high')).toEqual({ told: [olga], owner: olga })
})

test('whoever’s turn it is and is off work hands on what is high to a teammate of another team, mail and case', async () => {
  await team('turns')
  for (const email of [tim, tara]) await member(email, offWork())
  await apply({ teams: { post: { name: 'Post', members: [olga, tim, tara] } } })
  expect(await badHelp()).toEqual({ told: [olga], owner: olga })
})

test('of a whole team high finds those at work; low waits for each one’s hours', async () => {
  await member(tim, offWork())
  expect((await badHelp()).told).toEqual([tara])
  await apply({ alertRules: { 'help-low': { ...shop.alertRules['help-low'], severity: 'low' } } })
  expect((await badHelp()).told).toEqual([tara, `${tim} waits`])
})

test('the organization’s hours count for people only where it says so', async () => {
  const { settings } = await exportProgramme(organizationId)
  await apply({ settings: { ...settings, businessHours: hours([minute(-600)]), timeZone: 'UTC' } })
  expect((await badDelivery('low')).told).toEqual([olga])
  await alerts({ officeHours: true })
  expect((await badDelivery('low')).told).toEqual([`${olga} waits`])
  await member(olga, atWork)
  expect((await badDelivery('low')).told).toEqual([olga])
  await apply({ settings: { ...settings, businessHours: null } })
})

test('quiet hours are those of the recipient’s own time zone', async () => {
  const hour = new Date().getUTCHours()
  const quiet = { from: `${String(hour).padStart(2, '0')}:00`, to: `${String((hour + 2) % 24).padStart(2, '0')}:00` }
  await apply({ alertRules: { detractor: { ...shop.alertRules.detractor, severity: 'low', quiet } } })
  const answer = async () => (await reached(await hear(organizationId, 'delivery', { nps: 5 }))).told
  expect(await answer()).toEqual([`${olga} waits`])
  // Twelve hours away, whatever the season.
  await member(olga, { timeZone: 'Etc/GMT-12' })
  expect(await answer()).toEqual([olga])
})

test('hours, zones, routing and policy stand in the file, and applying it again changes nothing', async () => {
  await member(olga, { workingHours: { mon: ['09:00-17:00'] }, timeZone: 'Asia/Shanghai' })
  await team('least_loaded')
  await alerts({ fallback: 'team:care', budget: { perDay: 12 } })
  const file = await exportProgramme(organizationId)
  expect(file.members[olga]).toMatchObject({ workingHours: { mon: ['09:00-17:00'] }, timeZone: 'Asia/Shanghai' })
  expect(file.teams.care).toMatchObject({ routing: 'least_loaded' })
  expect(file.settings.alerts).toEqual({
    accountOwner: 'owner',
    fallback: 'team:care',
    officeHours: false,
    budget: { perDay: 12, digestAt: '17:00' },
  })
  const again = await applyProgramme(organizationId, { settings: file.settings, members: file.members, teams: file.teams })
  expect(!isFailure(again) && again.applied.every(({ change }) => change === 'unchanged')).toBe(true)
  await putObject(organizationId, 'members', olga, { name: 'Olga', role: 'owner' }, ada)
  expect((await exportProgramme(organizationId)).members[olga]).toMatchObject({ timeZone: 'Asia/Shanghai' })
})
