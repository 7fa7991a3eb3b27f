import { beforeAll, describe, expect, test } from 'vitest'
import { invitedResponseId } from '@/auth/invitation-token'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { createInvitations } from '@/pipeline/listen/create-invitations'
import { sweepInvitations } from '@/pipeline/operate/sweep-listening'
import { put } from '~tests/support/door'
import { invitationOf, invite, type Link } from '~tests/support/invited'
import { countOf, newId, openShop, rowsOf } from '~tests/support/shop'

let organizationId: string
let stranger: string
let count = 0
const link = (survey = 'delivery', more: Record<string, unknown> = {}) => {
  count += 1
  return invite(organizationId, survey, `customer-${count}`, more)
}
const idOf = async (made: Link): Promise<string> => (await invitationOf(made)).responseId ?? ''
const answer = (made: Link, nps: number, more: Record<string, unknown> = {}) => ({
  survey: made.survey,
  answers: { nps },
  completed: true,
  invitationToken: made.token,
  ...more,
})
const stored = async (id: string) =>
  (
    await rowsOf<{ answers: object; customer: string | null; status: string; revision: number }>(
      `select r.answers, r.status, r.revision, c.external_id as customer from responses r left join customers c on c.id = r.customer_id
        where r.id = $1`,
      [id],
    )
  )[0]

beforeAll(async () => {
  organizationId = await openShop()
  stranger = await openShop('stranger')
  const secret = { touchpoint: 'delivery', title: 'Secret', anonymous: true }
  const pages = [{ questions: [{ key: 'nps', kind: 'nps', text: 'Us?' }] }]
  const parts = { touchpoint: 'delivery', title: 'Parts' }
  const inParts = [
    {
      questions: [
        { key: 'service', kind: 'gap', text: 'Service' },
        { key: 'why', kind: 'text', text: 'Why?' },
      ],
    },
  ]
  const surveys = { secret: { ...secret, pages }, parts: { ...parts, pages: inParts } }
  const applied = await applyProgramme(organizationId, { surveys })
  if ('error' in applied) throw new Error(JSON.stringify(applied))
})

test('an answer with the link’s token is the invited customer’s; sent again it is the same', async () => {
  const made = await link()
  const id = await idOf(made)
  expect(await put(id, { ...answer(made, 3), completed: false })).toMatchObject({ status: 201, body: { status: 'partial' } })
  expect((await invitationOf(made)).state).toBe('started')
  const last = { ...answer(made, 4), revision: 2 }
  for (const status of [200, 200, 200])
    expect(await put(id, last)).toEqual({ status, body: { id, revision: 2, status: 'completed' } })
  expect(await stored(id)).toEqual({ answers: { nps: 4 }, status: 'completed', revision: 2, customer: made.customer })
  expect((await invitationOf(made)).state).toBe('completed')
  expect((await put(id, { ...answer(made, 5), revision: 3 })).status).toBe(409)
  expect(await stored(id)).toMatchObject({ answers: { nps: 4 } })
})

test('an answer in parts, or with a character cut in two, is the same when it is sent again', async () => {
  const made = await link('parts')
  const id = await idOf(made)
  const answers = { why: 'slow \ud83d', service: { experience: 3, expectation: 8, importance: 9 } }
  const body = { survey: made.survey, answers, completed: true, invitationToken: made.token }
  expect((await put(id, body)).status).toBe(201)
  expect(await put(id, body)).toEqual({ status: 200, body: { id, revision: 1, status: 'completed' } })
  const changed = { ...answers, service: { ...answers.service, importance: 1 } }
  expect((await put(id, { ...body, answers: changed })).status).toBe(409)
})

test('where it may be edited, a newer answer replaces the old one until then', async () => {
  const made = await link('delivery', { editableUntil: new Date(Date.now() + 60_000).toISOString() })
  const id = await idOf(made)
  expect((await put(id, answer(made, 3))).status).toBe(201)
  expect(await put(id, { ...answer(made, 9), revision: 2 })).toMatchObject({ status: 200, body: { revision: 2 } })
  await rowsOf(`update invitations set editable_until = now() where id = $1`, [made.id])
  expect((await put(id, { ...answer(made, 1), revision: 3 })).status).toBe(409)
  expect(await stored(id)).toMatchObject({ answers: { nps: 9 } })
})

describe('a token opens nothing but its own response', () => {
  test('whatever is wrong with it is answered alike, and nothing is kept', async () => {
    const made = await link()
    const other = await link()
    const elsewhere = await invite(stranger, 'delivery-2', 'theirs').catch(() => undefined)
    const id = await idOf(made)
    const wrong: [string, Record<string, unknown>][] = [
      [id, { ...answer(made, 1), invitationToken: 'A'.repeat(24) }],
      [id, { ...answer(made, 1), invitationToken: 'nonsense' }],
      [id, { ...answer(made, 1), invitationToken: other.token }],
      [newId(), answer(made, 1)],
      [id, { ...answer(made, 1), survey: 'loyalty' }],
      ...(elsewhere ? ([[id, { ...answer(made, 1), invitationToken: elsewhere.token }]] as [string, object][]) : []),
    ] as [string, Record<string, unknown>][]
    const said = await Promise.all(wrong.map(([at, body]) => put(at, body)))
    expect(said.map(({ status }) => status)).toEqual(wrong.map(() => 403))
    expect(new Set(said.map(({ body }) => body.detail)).size).toBe(1)
    expect(await stored(id)).toBeUndefined()
    expect((await invitationOf(made)).state).toBe('sent')
  })

  test('and its response opens to nobody without it', async () => {
    const made = await link()
    const id = await idOf(made)
    const { invitationToken: _, ...bare } = answer(made, 1)
    expect((await put(id, bare)).status).toBe(403)
    expect((await put(id, answer(made, 9))).status).toBe(201)
    expect((await put(id, { ...bare, revision: 2 })).status).toBe(403)
    expect(await stored(id)).toMatchObject({ answers: { nps: 9 } })
  })

  test('expired, it says so', async () => {
    const made = await link()
    await rowsOf(`update invitations set expires_at = now() - interval '1 second' where id = $1`, [made.id])
    expect((await put(await idOf(made), answer(made, 1))).status).toBe(410)
    expect(await sweepInvitations()).toBe(1)
    expect(await invitationOf(made)).toMatchObject({ state: 'expired', endedAt: expect.any(Date) })
    expect((await put(await idOf(made), answer(made, 1))).status).toBe(410)
  })
})

describe('two devices at once', () => {
  test('complete it once: one is kept whole, the other is told', async () => {
    for (let round = 0; round < 10; round++) {
      const made = await link()
      const id = await idOf(made)
      const sent = [2, 9].map((nps) => put(id, { ...answer(made, nps), answers: { nps, reason: `device ${nps}` } }))
      const said = await Promise.all(sent)
      expect(said.map(({ status }) => status).sort()).toEqual([201, 409])
      const winner = said[0]?.status === 201 ? 2 : 9
      expect(await stored(id)).toMatchObject({ answers: { nps: winner, reason: `device ${winner}` }, revision: 1 })
      expect((await invitationOf(made)).state).toBe('completed')
    }
    expect(await countOf(`responses where status = 'completed' and answers ->> 'reason' like 'device %'`)).toBe(10)
  })

  test('that say the same are both believed', async () => {
    const made = await link()
    const id = await idOf(made)
    const said = await Promise.all([1, 2, 3].map(() => put(id, answer(made, 8))))
    expect(said.map(({ status }) => status).sort()).toEqual([200, 200, 201])
  })

  test('that are still answering lose nothing that was called saved', async () => {
    const made = await link()
    const id = await idOf(made)
    const partial = (answers: object) => ({ ...answer(made, 0), answers, completed: false })
    expect((await put(id, partial({ nps: 3 }))).status).toBe(201)
    const other = await put(id, partial({ nps: 3, reason: 'The other device' }))
    expect(other).toMatchObject({ status: 200, body: { revision: 2 } })
    expect(await stored(id)).toMatchObject({ answers: { nps: 3, reason: 'The other device' } })
  })
})

test('a crash between the answer and its invitation is mended', async () => {
  const made = await link()
  await put(await idOf(made), answer(made, 7))
  await rowsOf(`update invitations set state = 'opened', completed_at = null where id = $1`, [made.id])
  expect((await put(await idOf(made), { ...answer(made, 1), revision: 2 })).status).toBe(409)
  expect(await sweepInvitations()).toBe(1)
  expect(await invitationOf(made)).toMatchObject({ state: 'completed', completedAt: expect.any(Date) })
})

test('an anonymous survey knows that its customer answered, and not what', async () => {
  const made = await link('secret')
  const [row] = await rowsOf<{ createdAt: Date }>(`select created_at as "createdAt" from invitations where id = $1`, [made.id])
  const id = invitedResponseId(made.token, row?.createdAt ?? new Date())
  expect((await put(id, { ...answer(made, 2), completed: false })).status).toBe(201)
  expect((await put(id, { ...answer(made, 1), revision: 2 })).status).toBe(200)
  expect(await stored(id)).toMatchObject({ answers: { nps: 1 }, customer: null })
  const kept = await invitationOf(made)
  expect(kept).toMatchObject({ state: 'completed', responseId: null })
  expect(kept.completedAt?.toISOString()).toMatch(/T00:00:00.000Z$/)
  const everything = JSON.stringify(await rowsOf('select to_jsonb(i) as row from invitations i where id = $1', [made.id]))
  expect(everything).not.toContain(id)
  expect((await put(id, { ...answer(made, 9), revision: 3 })).status).toBe(409)
})

test('many are made at once; of each that can’t be it is said why', async () => {
  const before = await countOf('invitations')
  const customer = { externalId: 'many' }
  const result = await createInvitations(
    organizationId,
    [
      { survey: 'delivery', customer },
      { survey: 'nowhere', customer },
      { survey: 'delivery', customer: {} },
      { survey: 'delivery', customer, expiresAt: '2020-01-01T00:00:00Z' },
      { survey: 'secret', customer, context: { order: 1 } },
      null,
    ],
    new Date(),
  )
  expect(result[0]).toMatchObject({ state: 'sent', customer: 'many', token: expect.any(String) })
  expect(result.slice(1).map((one) => 'errors' in one && one.errors[0]?.path)).toEqual([
    'survey',
    'customer.externalId',
    'expiresAt',
    'context',
    '',
  ])
  expect(await countOf('invitations')).toBe(before + 1)
})

test('a token’s secret is nowhere in the database', async () => {
  const made = await link()
  const rows = JSON.stringify(await rowsOf('select to_jsonb(i) as row from invitations i'))
  expect(rows).not.toContain(made.token)
})
