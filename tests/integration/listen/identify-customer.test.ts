import { SignJWT, UnsecuredJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { getIdentitySecret } from '@/pipeline/operate/identity-secret'
import { seal, sealingKey } from '@/store/sealing/seal'
import { put } from '~tests/support/door'
import { identitySecretOf } from '~tests/support/identity-secret-of'
import { countOf, newId, openShop, rowsOf } from '~tests/support/shop'
import { openPage, pressPage } from '../collect/visitor'

let secret: string
let organizationId: string
beforeAll(async () => {
  organizationId = await openShop()
  secret = await identitySecretOf(organizationId)
  const pages = [{ questions: [{ key: 'nps', kind: 'nps', text: 'Us?' }] }]
  const surveys = { secret: { touchpoint: 'delivery', title: 'Secret', anonymous: true, pages } }
  const applied = await applyProgramme(organizationId, { surveys })
  if ('error' in applied) throw new Error(JSON.stringify(applied))
})

type Claims = Record<string, unknown>
const seconds = () => Math.floor(Date.now() / 1000)
const claims = (sub: string, more: Claims = {}): Claims => ({ sub, aud: 'earshot:main', exp: seconds() + 600, ...more })
const sign = (payload: Claims, by = secret, alg = 'HS256'): Promise<string> =>
  new SignJWT(payload).setProtectedHeader({ alg }).sign(new TextEncoder().encode(by))

const say = async (customerToken: string, more: Record<string, unknown> = {}) => {
  const id = newId()
  const answered = await put(id, { survey: 'delivery', answers: { nps: 1 }, completed: true, customerToken, ...more })
  const [row] = await rowsOf<{ externalId: string | null; context: object }>(
    `select c.external_id as "externalId", r.context from responses r left join customers c on c.id = r.customer_id where r.id = $1`,
    [id],
  )
  return { ...answered, customer: row?.externalId ?? null, row }
}

test('a signed customer is known, and brought up to date as an import does it', async () => {
  const token = await sign(claims('c-1', { email: 'Ann@Example.com', name: 'Ann', attributes: { tier: 'gold' } }))
  expect(await say(token)).toMatchObject({ status: 201, customer: 'c-1', body: { identity: 'verified' } })
  await say(await sign(claims('c-1', { name: 'Anna', attributes: { since: 2020 }, phone: 5, locale: 'not a locale' })))
  const [kept] = await rowsOf(`select name, email, phone, attributes from customers where external_id = 'c-1'`)
  expect(kept).toEqual({ name: 'Anna', email: 'ann@example.com', phone: null, attributes: { tier: 'gold', since: 2020 } })
})

test('a name that no database keeps is kept without what can’t be, and its answer with it', async () => {
  const token = await sign(claims('c-\u0000half', { name: 'Ann \ud83d', attributes: { 'ti\u0000er': 'go\u0000ld' } }))
  expect(await say(token)).toMatchObject({ status: 201, customer: 'c-half', body: { identity: 'verified' } })
  const [kept] = await rowsOf(`select name, attributes from customers where external_id = 'c-half'`)
  expect(kept).toEqual({ name: 'Ann \ufffd', attributes: { tier: 'gold' } })
})

describe('a token that isn’t right loses no answer, and nothing of what it claims is kept', () => {
  test.each<[string, () => Promise<string> | string]>([
    ['expired', () => sign(claims('evil', { exp: seconds() - 120 }))],
    ['valid for longer than an hour', () => sign(claims('evil', { exp: seconds() + 4000 }))],
    ['valid for ever', () => sign({ sub: 'evil', aud: 'earshot:main' })],
    ['not valid yet', () => sign(claims('evil', { nbf: seconds() + 300 }))],
    ['of another organization', () => sign(claims('evil', { aud: 'earshot:other' }))],
    ['for nobody in particular', () => sign({ sub: 'evil', exp: seconds() + 600 })],
    ['of no one', () => sign({ aud: 'earshot:main', exp: seconds() + 600 })],
    ['of somebody without a name', () => sign(claims(' '))],
    ['signed by somebody else', () => sign(claims('evil'), 'another secret of 32 characters or more')],
    ['signed otherwise', () => sign(claims('evil'), secret.repeat(2), 'HS512')],
    ['not signed', () => new UnsecuredJWT(claims('evil')).encode()],
    ['nonsense', () => 'nonsense'],
    ['nearly one', () => 'a.b.c'],
  ])('%s', async (_, make) => {
    expect(await say(await make())).toMatchObject({ status: 201, customer: null, body: { identity: 'unverified' } })
    expect(await countOf(`customers where external_id = 'evil'`)).toBe(0)
  })
})

test('who a page says it is without a signature is context, and nobody', async () => {
  const id = newId()
  const context = { 'customer.externalId': 'c-1', email: 'ann@example.com' }
  expect((await put(id, { survey: 'delivery', answers: { nps: 1 }, context })).status).toBe(201)
  expect(await rowsOf('select customer_id, context from responses where id = $1', [id])).toEqual([{ customer_id: null, context }])
})

test('in an anonymous survey nobody is known, and nobody new', async () => {
  const said = await say(await sign(claims('shy')), { survey: 'secret' })
  expect(said).toMatchObject({ status: 201, customer: null, body: { identity: 'unverified' } })
  expect(await countOf(`customers where external_id = 'shy'`)).toBe(0)
})

test('the hosted page takes a token from its address and carries it to the end, without a script too', async () => {
  const token = await sign(claims('c-2'))
  const page = await openPage(`/s/delivery?token=${token}`)
  await pressPage('/s/delivery', page, { nps: '9' })
  const [row] = await rowsOf<{ customer: string }>(
    `select c.external_id as customer from responses r join customers c on c.id = r.customer_id where r.id = $1`,
    [page.form?.get('_id')],
  )
  expect(row?.customer).toBe('c-2')
})

test('a new secret makes strangers of the old one’s tokens', async () => {
  expect(await identitySecretOf(organizationId)).toBe(secret)
  const old = await sign(claims('c-3'))
  const fresh = await identitySecretOf(organizationId, { rotate: true })
  expect(fresh).not.toBe(secret)
  expect((await say(old)).customer).toBeNull()
  expect((await say(await sign(claims('c-3'), fresh))).customer).toBe('c-3')
})

test('a secret that can’t be read loses no answer: it is kept, linked to nobody, until the secret is made anew', async () => {
  const place = { table: 'identity_secrets', column: 'secret', organizationId, id: organizationId }
  const current = await identitySecretOf(organizationId)
  const [stored] = await rowsOf<{ secret: string }>('select secret from identity_secrets')
  expect(stored?.secret).not.toContain(current)
  await rowsOf('update identity_secrets set secret = $1', [
    seal(sealingKey('of another installation, 32 or more'), place, current),
  ])
  expect(await say(await sign(claims('locked'), current))).toMatchObject({ status: 201, customer: null })
  expect(await getIdentitySecret(organizationId)).toMatchObject({
    error: 'conflict',
    detail: expect.stringContaining('--rotate'),
  })
  const fresh = await identitySecretOf(organizationId, { rotate: true })
  expect(await say(await sign(claims('c-back'), fresh))).toMatchObject({ status: 201, customer: 'c-back' })
})
