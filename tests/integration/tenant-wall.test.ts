import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { createOrganization } from '@/store/organization/create-organization'
import { countOf, hear, importOne, judge, newId, openShop, rowsOf, submit } from '~tests/support/shop'
import { type Belongings, belongingsOf, dumpOf, idsIn } from '~tests/support/tenants'
import { strangersCalls } from './tenant-wall/calls'
import { doors } from './tenant-wall/doors'

let theirs: Belongings
let stranger: string
let secrets: string[]
beforeAll(async () => {
  const organizationId = await openShop('victim')
  await importOne(organizationId, 'loyalty', { nps: 2 }, { externalId: 'customer-of-theirs' })
  const responseId = await hear(organizationId, 'delivery', { nps: 0, reason: 'words that are theirs alone' })
  await judge(organizationId, await submit('store', { nps: 4 }))
  theirs = await belongingsOf(organizationId, responseId)
  // One that could be replayed, and a scored one that could be judged, were the wall not there.
  await rowsOf(`update deliveries set status = 'dead' where id = $1`, [theirs.deliveryId])
  await submit('help', { csat: 1 })
  stranger = await createOrganization('stranger', 'Stranger')
  const applied = await applyProgramme(stranger, { members: { 'eve@stranger.example': { name: 'Eve', role: 'admin' } } })
  expect(isFailure(applied)).toBe(false)
  secrets = [
    ...idsIn(await dumpOf(organizationId)),
    'words that are theirs alone',
    'customer-of-theirs',
    'invited-of-theirs',
    'Mei of theirs',
    'order-of-theirs',
    'metric of theirs',
    'index of theirs',
    'a reason of theirs',
    'webhook of theirs',
    'chat of theirs',
    'theirs.example',
    'whsec_',
    'cause of theirs',
    'recovery of theirs',
    'mail of theirs',
    '@shop.example',
    'Olga',
    'Victim',
  ]
})

const exported = async (): Promise<string[]> => {
  const root = resolve(import.meta.dirname, '../../src/pipeline')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
  const names = await Promise.all(
    files.map(async (file) => {
      const module = (await import(resolve(root, file))) as Record<string, unknown>
      return Object.entries(module).flatMap(([name, value]) =>
        typeof value === 'function' ? [`${file.replace(/\.ts$/, '')} ${name}`] : [],
      )
    }),
  )
  return names.flat()
}

test('every use case is called by a stranger below, or takes nothing of any organization', async () => {
  const names = await exported()
  const covered = [...Object.keys(strangersCalls), ...Object.values(doors).flat()]
  expect(covered.filter((name, index) => covered.indexOf(name) !== index)).toEqual([])
  expect(names.filter((name) => !covered.includes(name))).toEqual([])
  expect(covered.filter((name) => !names.includes(name))).toEqual([])
})

describe('a stranger with another organization’s ids', () => {
  test.each(Object.entries(strangersCalls))('learns and changes nothing by %s', async (_, call) => {
    const before = await dumpOf(theirs.organizationId)
    const answer = await call(stranger, theirs)
    const said = JSON.stringify(answer) ?? ''
    expect(secrets.filter((secret) => said.includes(secret))).toEqual([])
    expect(await dumpOf(theirs.organizationId)).toEqual(before)
  })
})

test('another organization’s answer under the same id is a row of its own', async () => {
  const survey = {
    journeys: { order: { name: 'Order', stages: [{ key: 'receive', name: 'Receive', phase: 'sale' }] } },
    touchpoints: {
      delivery: { name: 'D', journey: 'order', stage: 'receive', channel: 'web', owner: 'eve@stranger.example' },
    },
    surveys: {
      own: { touchpoint: 'delivery', title: 'Own', pages: [{ questions: [{ key: 'nps', kind: 'nps', text: 'Us?' }] }] },
    },
  }
  expect(isFailure(await applyProgramme(stranger, survey))).toBe(false)
  const before = await dumpOf(theirs.organizationId)
  await submit('own', { nps: 10 }, { id: theirs.responseId, revision: 7 })
  await judge(stranger, theirs.responseId)
  expect(await dumpOf(theirs.organizationId)).toEqual(before)
  expect(await countOf('responses where id = $1', [theirs.responseId])).toBe(2)
})

test('a stranger can’t set the password of somebody whom another organization trusts', async () => {
  const before = await dumpOf(theirs.organizationId)
  const taken = { members: { 'ada@shop.example': { name: 'Ada', role: 'admin', password: 'a password of mine' } } }
  expect(await applyProgramme(stranger, taken)).toMatchObject({ error: 'reference_missing' })
  expect(await dumpOf(theirs.organizationId)).toEqual(before)
})

test('a row can’t point into another organization, even by hand', async () => {
  const link = (sql: string) => rowsOf(sql, [stranger, newId(), theirs.responseId])
  await expect(
    link(`insert into case_responses (organization_id, case_id, response_id) values ($1, $2, $3)`),
  ).rejects.toMatchObject({
    code: '23503',
  })
  await expect(
    rowsOf(
      `insert into invitations (organization_id, id, survey_id, customer_id, state, expires_at)
       select $1, $2, $3, c.id, 'sent', now() from customers c where c.external_id = 'customer-of-theirs'`,
      [stranger, newId(), theirs.surveyId],
    ),
  ).rejects.toMatchObject({ code: '23503' })
  await expect(
    rowsOf(
      `insert into customer_events (organization_id, id, touchpoint_id, customer_id, occurred_at)
       select $1, $2, t.id, $3, now() from touchpoints t limit 1`,
      [stranger, newId(), theirs.customerId],
    ),
  ).rejects.toMatchObject({ code: '23503' })
  await expect(
    rowsOf(`insert into team_members (organization_id, team_id, member_id) select $1, id, $2 from teams limit 1`, [
      stranger,
      theirs.memberId,
    ]),
  ).rejects.toMatchObject({ code: '23503' })
})
