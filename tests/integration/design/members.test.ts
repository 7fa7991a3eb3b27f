import { beforeAll, expect, test } from 'vitest'
import { passwordUrl } from '@/auth/password-link'
import { isFailure } from '@/domain/errors'
import { deliverMessage } from '@/pipeline/act/deliver-message'
import { getCase } from '@/pipeline/act/get-case'
import { recordCaseEvent } from '@/pipeline/act/record-case-event'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { exportProgramme } from '@/pipeline/design/export-programme'
import { findPeople } from '@/pipeline/design/find-people'
import { getInviteLink, inviteMember, inviteMemberAgain, withdrawInvite } from '@/pipeline/design/invite-member'
import { listChanges } from '@/pipeline/design/list-changes'
import { saveTarget } from '@/pipeline/design/save-target'
import { deactivateMember, handOver, reactivateMember } from '@/pipeline/design/switch-member'
import { choosePassword, openPasswordLink } from '@/pipeline/operate/choose-password'
import { requestPassword } from '@/pipeline/operate/request-password'
import { saveUser } from '@/pipeline/operate/save-user'
import { createOrganization } from '@/store/organization/create-organization'
import { findSessionMember } from '@/store/user/find-session-member'
import { hear, openShop, rowsOf, shop } from '~tests/support/shop'

const ada = 'ada@shop.example'
const now = new Date()
let organizationId: string
beforeAll(async () => {
  organizationId = await openShop('members')
})

const memberOf = async (email: string) => {
  const found = (await findPeople(organizationId)).members.find((member) => member.email === email)
  if (!found) throw new Error(`${email} is no member`)
  return found
}
const invite = async (email: string, role = 'owner') => {
  const invited = await inviteMember(organizationId, { email, role, locale: 'zh-CN' }, ada)
  if (isFailure(invited)) throw new Error(JSON.stringify(invited))
  return invited.deliveryId
}
const tokenOf = async (email: string): Promise<string> => {
  const link = await getInviteLink(organizationId, (await memberOf(email)).id, now)
  if (isFailure(link)) throw new Error(JSON.stringify(link))
  return new URL(link.url).searchParams.get('token') ?? ''
}
const mails = (email: string) =>
  rowsOf<{ id: string; kind: string; status: string; locale: string; text: string | null }>(
    'select id, kind, status, locale, text from deliveries where organization_id = $1 and recipient = $2 order by created_at',
    [organizationId, email],
  )

test('an invited person is asked in their language, chooses a name and a password by a link that works once', async () => {
  const id = await invite('ines@shop.example')
  await deliverMessage({ organizationId, id })
  const [mail] = await mails('ines@shop.example')
  expect(mail).toMatchObject({ kind: 'invite', status: 'sent', locale: 'zh-CN' })
  expect(mail?.text).toContain('设置密码')
  // Whoever reads the Deliveries screen must not become the invited person.
  expect(mail?.text).toMatch(/token=…/)
  const token = await tokenOf('ines@shop.example')
  expect(await openPasswordLink(token, now)).toMatchObject({ kind: 'invite', email: 'ines@shop.example' })
  const chosen = { token, password: 'a long password', name: 'Ines Invited' }
  expect(await choosePassword(chosen, now)).toEqual({ email: 'ines@shop.example' })
  expect(await choosePassword(chosen, now)).toEqual({ error: 'link_used' })
  expect(await memberOf('ines@shop.example')).toMatchObject({ name: 'Ines Invited', hasPassword: true, invitedAt: null })
})

test('a link is dead after its time, when it was tampered with, and when the invitation was withdrawn', async () => {
  await invite('wim@shop.example')
  const { id } = await memberOf('wim@shop.example')
  const token = await tokenOf('wim@shop.example')
  expect(await openPasswordLink(token, new Date(now.getTime() + 8 * 86_400_000))).toBeUndefined()
  expect(await openPasswordLink(`${token}x`, now)).toBeUndefined()
  expect(await inviteMemberAgain(organizationId, id, ada)).toHaveProperty('deliveryId')
  expect(await withdrawInvite(organizationId, id, ada)).toEqual({ done: true })
  expect(await openPasswordLink(token, now)).toBeUndefined()
  expect((await findPeople(organizationId)).members.map(({ email }) => email)).not.toContain('wim@shop.example')
  expect((await mails('wim@shop.example')).map(({ status }) => status)).toEqual(['dead', 'dead'])
  expect(await rowsOf(`select 1 from users where email = 'wim@shop.example'`)).toEqual([])
  expect((await listChanges(organizationId, 'members', 'wim@shop.example')).map(({ by, after }) => [by, after === null])).toEqual(
    [
      [ada, true],
      [ada, false],
    ],
  )
})

test('nobody is invited twice, nor with a role that doesn’t exist', async () => {
  expect(await inviteMember(organizationId, { email: 'olga@shop.example', role: 'owner', locale: 'en' }, ada)).toMatchObject({
    error: 'conflict',
  })
  expect(await inviteMember(organizationId, { email: 'x@shop.example', role: 'king', locale: 'en' }, ada)).toMatchObject({
    error: 'invalid',
    errors: [{ path: 'role' }],
  })
})

test('somebody with an account elsewhere is welcomed without a link to their password', async () => {
  const elsewhere = await createOrganization('elsewhere', 'Elsewhere')
  await saveUser(elsewhere, { email: 'both@shop.example', name: 'Both', role: 'viewer', password: 'their own password' })
  const account = () => rowsOf(`select to_jsonb(u) as row from users u where email = 'both@shop.example'`)
  const before = await account()
  const id = await invite('both@shop.example')
  // Neither their language nor their sessions are this organization's to change.
  expect(await account()).toEqual(before)
  await deliverMessage({ organizationId, id })
  expect((await mails('both@shop.example'))[0]?.text).toContain('/sign-in')
  expect(await getInviteLink(organizationId, (await memberOf('both@shop.example')).id, now)).toMatchObject({ error: 'not_found' })
})

test('a forgotten password is changed by mail; strangers and those who only get mail are sent nothing', async () => {
  await saveUser(organizationId, { email: 'fred@shop.example', name: 'Fred', role: 'viewer', password: 'the old password' })
  await Promise.all(['Fred@shop.example ', 'nobody@shop.example', 'tim@shop.example'].map(requestPassword))
  expect((await mails('fred@shop.example')).map(({ kind }) => kind)).toEqual(['password'])
  expect(await mails('nobody@shop.example')).toEqual([])
  expect(await mails('tim@shop.example')).toEqual([])
  const [user] = await rowsOf<{ id: string; version: number }>(
    `select id, session_version as version from users where email = 'fred@shop.example'`,
  )
  const session = { userId: user?.id ?? '', organizationId, sessionVersion: user?.version ?? 0 }
  expect(await findSessionMember(session)).not.toBeNull()
  const link = { kind: 'password', organizationId, memberId: (await memberOf('fred@shop.example')).id } as const
  const token = new URL(passwordUrl({ ...link, sessionVersion: session.sessionVersion }, now)).searchParams.get('token') ?? ''
  expect(await choosePassword({ token, password: 'the new password' }, now)).toEqual({ email: 'fred@shop.example' })
  expect(await findSessionMember(session)).toBeNull()
  expect(await choosePassword({ token, password: 'yet another one' }, now)).toEqual({ error: 'link_used' })
})

test('handing over gives every touchpoint and open case, once, and leaves done cases as they are', async () => {
  await hear(organizationId, 'delivery', { nps: 2 })
  await hear(organizationId, 'delivery', { nps: 3 })
  const olga = await memberOf('olga@shop.example')
  expect(olga).toMatchObject({ touchpoints: 2, openCases: 2 })
  const by = 'olga@shop.example'
  for (const type of ['acknowledge', 'resolve', 'close'] as const) {
    const step = type === 'resolve' ? { type, rootCause: 'delivery' as const, text: 'Sent again' } : { type }
    expect(await recordCaseEvent({ organizationId, number: 1, step, by })).toHaveProperty('case')
  }
  const handed = await handOver(organizationId, olga.id, 'care', ada)
  expect(handed).toMatchObject({ touchpoints: ['delivery', 'loyalty'], caseIds: [expect.any(String)] })
  expect((await exportProgramme(organizationId)).touchpoints).toMatchObject({
    delivery: { owner: 'care' },
    loyalty: { owner: 'care' },
  })
  const [done, open] = [await getCase(organizationId, 1), await getCase(organizationId, 2)]
  expect(done?.owner).toMatchObject({ email: by })
  expect(open).toMatchObject({
    owner: { team: 'care' },
    events: expect.arrayContaining([expect.objectContaining({ type: 'assign', by: ada, data: { owner: 'care' } })]),
  })
  expect(await handOver(organizationId, olga.id, 'care', ada)).toEqual({ touchpoints: [], caseIds: [], told: [] })
  expect((await getCase(organizationId, 2))?.events.filter(({ type }) => type === 'assign')).toHaveLength(1)
  expect((await listChanges(organizationId, 'touchpoints', 'delivery'))[0]).toMatchObject({ by: ada, after: { owner: 'care' } })
})

test('webhooks hear of each handed case as of any other assignment, once, and of none where nothing was handed over', async () => {
  const input = { url: 'https://erp.shop.example/hook', events: ['case.assigned'] }
  await saveTarget({ organizationId, by: ada, channel: 'webhook', key: 'erp', input })
  await applyProgramme(organizationId, {
    touchpoints: { delivery: { ...shop.touchpoints.delivery, owner: 'olga@shop.example' } },
  })
  for (const nps of [2, 3]) await hear(organizationId, 'delivery', { nps })
  const olga = await memberOf('olga@shop.example')
  const handed = await handOver(organizationId, olga.id, 'tim@shop.example', ada)
  if (isFailure(handed)) throw new Error(JSON.stringify(handed))
  const told = () =>
    rowsOf<{ id: string; case_id: string; event: string }>(
      `select d.id, d.case_id, d.event from deliveries d join case_events e on e.case_id = d.case_id and e.sequence = d.case_sequence and e.type = 'assign'
        where d.organization_id = $1 and d.channel = 'webhook' order by d.id`,
      [organizationId],
    )
  expect((await told()).map(({ event, case_id }) => [event, case_id])).toEqual(handed.caseIds.map((id) => ['case.assigned', id]))
  expect(handed.told).toEqual((await told()).map(({ id }) => id))
  expect(await handOver(organizationId, olga.id, 'care', ada)).toMatchObject({ told: [] })
  expect(await told()).toHaveLength(2)
})

test('handing over to nobody changes nothing', async () => {
  const tim = await memberOf('tim@shop.example')
  const before = await exportProgramme(organizationId)
  for (const to of ['nobody@shop.example', 'no-team', 'gus@shop.example', 'tim@shop.example'])
    expect(await deactivateMember(organizationId, tim.id, to, ada)).toMatchObject({ error: 'conflict' })
  expect(await exportProgramme(organizationId)).toEqual(before)
  expect(await memberOf('tim@shop.example')).toMatchObject({ isActive: true })
})

test('who is switched off has no session any more, and is switched on again with their role', async () => {
  await saveUser(organizationId, { email: 'vera@shop.example', name: 'Vera', role: 'viewer', password: 'a long password' })
  const vera = await memberOf('vera@shop.example')
  const [user] = await rowsOf<{ id: string; version: number }>(
    `select id, session_version as version from users where email = 'vera@shop.example'`,
  )
  const session = { userId: user?.id ?? '', organizationId, sessionVersion: user?.version ?? 0 }
  expect(await deactivateMember(organizationId, vera.id, undefined, ada)).toEqual({ touchpoints: [], caseIds: [], told: [] })
  expect(await findSessionMember(session)).toBeNull()
  expect(await reactivateMember(organizationId, vera.id, ada)).toEqual({ done: true })
  expect(await memberOf('vera@shop.example')).toMatchObject({ isActive: true, role: 'viewer' })
  // The old session stays ended.
  expect(await findSessionMember(session)).toBeNull()
})

test('the operator’s command can’t take the last administrator’s role either', async () => {
  const alone = await createOrganization('alone', 'Alone')
  const person = { email: 'solo@alone.example', name: 'Solo', role: 'admin', password: 'a long password' }
  expect(await saveUser(alone, person)).toMatchObject({ isNew: true })
  expect(await saveUser(alone, { ...person, role: 'viewer' })).toMatchObject({ error: 'conflict' })
  expect((await findPeople(alone)).members[0]).toMatchObject({ role: 'admin' })
})

test('of two administrators switching each other off at once, one stays', async () => {
  const other = await createOrganization('pair', 'Pair')
  for (const name of ['ann', 'bob'])
    await saveUser(other, { email: `${name}@pair.example`, name, role: 'admin', password: 'a long password' })
  const { members } = await findPeople(other)
  const results = await Promise.all(members.map(({ id, email }) => deactivateMember(other, id, undefined, email)))
  expect(results.filter((result) => isFailure(result))).toHaveLength(1)
  expect((await findPeople(other)).members.filter(({ isActive }) => isActive)).toHaveLength(1)
})
