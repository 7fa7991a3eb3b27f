import { expect, test } from 'vitest'
import { bootstrap } from '@/pipeline/operate/bootstrap'
import { checkHealth } from '@/pipeline/operate/check-health'
import { createApiKey } from '@/pipeline/operate/create-api-key'
import { diagnose } from '@/pipeline/operate/diagnose'
import { findApiKey } from '@/pipeline/operate/find-api-key'
import { findOrganization } from '@/pipeline/operate/find-organization'
import { migrateDatabase } from '@/pipeline/operate/migrate-database'
import { openConnections } from '@/pipeline/operate/open-connections'
import { pool } from '@/store/connection'

const now = new Date('2026-11-22T12:00:00Z')

test('bootstrapping twice leaves one organization and one installation', async () => {
  const first = await bootstrap(now)
  const second = await bootstrap(now)
  expect(first.isFirst).toBe(true)
  expect(second).toMatchObject({ isFirst: false, organizationId: first.organizationId })
  expect(first.signIn).toMatchObject({ kind: 'link', url: expect.stringContaining('/set-up?token=') })
  const { rows } = await pool().query(
    'select (select count(*)::int from organizations) as o, (select count(*)::int from installations) as i',
  )
  expect(rows[0]).toEqual({ o: 1, i: 1 })
})

test('a key opens its organization until it is revoked, and is stored as a hash', async () => {
  const { organizationId } = await bootstrap(now)
  const made = await createApiKey(organizationId, 'check', 'admin')
  if ('error' in made) throw new Error(made.detail)
  expect(await findApiKey(made.key)).toMatchObject({ organizationId, role: 'admin' })
  expect(await findApiKey(`${made.key.slice(0, -1)}${made.key.endsWith('A') ? 'B' : 'A'}`)).toBeUndefined()
  const { rows } = await pool().query('select * from api_keys where id = $1', [made.id])
  expect(JSON.stringify(rows)).not.toContain(made.key)
  expect(rows[0].last_used_at).toBeInstanceOf(Date)
  await pool().query('update api_keys set revoked_at = now() where id = $1', [made.id])
  expect(await findApiKey(made.key)).toBeUndefined()
})

test('an unknown role makes no key', async () => {
  const { organizationId } = await bootstrap(now)
  expect(await createApiKey(organizationId, 'x', 'boss')).toMatchObject({
    error: 'invalid',
    detail: expect.stringContaining('"boss"'),
  })
})

test('with several organizations one must be named', async () => {
  await bootstrap(now)
  expect(await findOrganization(undefined)).toMatchObject({ key: 'main' })
  await pool().query(
    `insert into organizations (id, key, name, updated_at) values (gen_random_uuid(), 'second', '"Second"', now())`,
  )
  expect(await findOrganization(undefined)).toMatchObject({ error: 'invalid' })
  expect(await findOrganization('second')).toMatchObject({ key: 'second' })
  expect(await findOrganization('third')).toMatchObject({ error: 'not_found' })
})

test('concurrent migrations of a migrated database change nothing', async () => {
  expect(await Promise.all([migrateDatabase(), migrateDatabase(), migrateDatabase()])).toEqual([[], [], []])
})

test('health and diagnosis agree that all is well', async () => {
  await openConnections()
  expect(await checkHealth()).toEqual({ isReady: true, checks: { database: 'ok', queue: 'ok', mail: 'captured' } })
  const findings = await diagnose()
  expect(findings.filter(({ isOk }) => !isOk)).toEqual([])
  expect(findings.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining(['database', 'migrations', 'queue', 'mail', 'disk', 'secrets']),
  )
})
