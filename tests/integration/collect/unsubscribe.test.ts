import { beforeAll, expect, test } from 'vitest'
import { createInvitations } from '@/pipeline/listen/create-invitations'
import { knock } from '~tests/support/door'
import { invitationOf, invite, pathOf } from '~tests/support/invited'
import { rowsOf } from '~tests/support/shop'
import { loadProgramme } from './programme'
import { openPage, pressPage } from './visitor'

let organizationId: string
beforeAll(async () => {
  organizationId = await loadProgramme()
})

const refusedAt = async (externalId: string): Promise<Date | null | undefined> =>
  (await rowsOf<{ at: Date | null }>('select unsubscribed_at as at from customers where external_id = $1', [externalId]))[0]?.at

test('opening the link changes nothing; the button keeps the refusal and ends what was asked', async () => {
  const open = await invite(organizationId, 'short', 'anna')
  const begun = await invite(organizationId, 'csat', 'anna')
  const others = await invite(organizationId, 'short', 'bert')
  const begunPath = pathOf(begun.url)
  const begunPage = await openPage(begunPath)
  await rowsOf(`update invitations set state = 'started', started_at = now() where id = $1`, [begun.id])
  const path = pathOf(open.unsubscribeUrl)
  for (const method of ['GET', 'HEAD']) expect((await knock(method, path)).status).toBe(200)
  expect(await refusedAt('anna')).toBeNull()
  const page = await openPage(path)
  expect(page.html.match(/<form/g)).toHaveLength(1)
  expect((await pressPage(path, page)).html).toContain('You won’t be asked again')
  expect(await refusedAt('anna')).toBeInstanceOf(Date)
  expect(await invitationOf(open)).toMatchObject({ state: 'unsubscribed', endedAt: expect.any(Date) })
  expect((await invitationOf(begun)).state).toBe('started')
  expect((await invitationOf(others)).state).toBe('sent')
  const ended = await openPage(pathOf(open.url))
  expect(ended.status).toBe(410)
  expect(ended.html).toContain('This invitation has ended')
  expect((await pressPage(begunPath, begunPage, { csat: '4' })).status).toBe(200)
  expect((await openPage(path)).form).toBeUndefined()
})

test('a mail program’s one click does it too, from wherever it comes, and twice changes nothing', async () => {
  const { unsubscribeUrl } = await invite(organizationId, 'short', 'carl')
  const once = () =>
    knock('POST', pathOf(unsubscribeUrl), {
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'cross-site',
        origin: 'https://mail.example',
      },
      body: 'List-Unsubscribe=One-Click',
    })
  expect((await once()).status).toBe(200)
  const first = await refusedAt('carl')
  expect(first).toBeInstanceOf(Date)
  expect((await once()).status).toBe(200)
  expect(await refusedAt('carl')).toEqual(first)
})

test('who has unsubscribed is skipped, with the reason and without a link', async () => {
  const { unsubscribeUrl } = await invite(organizationId, 'short', 'dora')
  await knock('POST', pathOf(unsubscribeUrl))
  const [made] = await createInvitations(organizationId, [{ survey: 'short', customer: { externalId: 'dora' } }], new Date())
  expect(made).toMatchObject({ state: 'skipped', reason: 'unsubscribed' })
  expect(made).not.toHaveProperty('token')
  expect(made).not.toHaveProperty('url')
})

test('a link that isn’t ours changes nothing and says so', async () => {
  const { unsubscribeUrl } = await invite(organizationId, 'short', 'emil')
  const path = pathOf(unsubscribeUrl)
  for (const wrong of ['/u/nonsense', `${path}x`, path.replace('/u/', '/u/x')]) {
    expect((await openPage(wrong, { 'accept-language': 'de' })).html).toContain('Dieser Link funktioniert nicht')
    expect((await knock('POST', wrong)).status).toBe(404)
  }
  expect(await refusedAt('emil')).toBeNull()
})
