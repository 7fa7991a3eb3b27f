import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApiKey } from '@/pipeline/operate/create-api-key'
import { type Earshot, startEarshot } from '~tests/support/earshot'
import { fillWithResponses } from '~tests/support/many-responses'
import { openShop, rowsOf } from '~tests/support/shop'
import { until } from '~tests/support/until'

const count = 12_000
let earshot: Earshot
let organizationId: string
beforeAll(async () => {
  earshot = await startEarshot({ databaseUrl: process.env.DATABASE_URL ?? '' })
  organizationId = await openShop()
  await fillWithResponses(organizationId, count)
}, 180_000)
afterAll(() => earshot?.stop())

type Told = { id: string; state: string; done: number; total: number | null; bytes: number; url: string | null; filters: object }
const call = (method: string, path: string, body?: unknown, key = earshot.key) =>
  fetch(`${earshot.url}/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'accept-encoding': 'identity' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
const ask = async (body: object): Promise<Told> => {
  const answer = await call('POST', 'exports', body)
  expect(answer.status).toBe(202)
  return (await answer.json()) as Told
}
const look = async (id: string): Promise<Told> => (await (await call('GET', `exports/${id}`)).json()) as Told
const finished = (id: string) =>
  until(
    async (): Promise<Told | undefined> => {
      const told = await look(id)
      if (told.state === 'failed') throw new Error(JSON.stringify(told))
      return told.state === 'done' ? told : undefined
    },
    'the export',
    90_000,
  )

test('a worker that is killed over a file is followed by one that writes it whole', async () => {
  const { id } = await ask({ format: 'csv', values: 'codes' })
  await until(async () => (await look(id)).state === 'running', 'the worker to begin')
  await earshot.kill('worker')
  const left = await look(id)
  expect(left.state).toBe('running')
  expect((await call('GET', `exports/${id}/file`)).status).toBe(409)
  // Time passes.
  await rowsOf(`update exports set lease_until = now() - interval '1 second' where id = $1`, [id])
  await earshot.start('worker')
  const { bytes, total, url } = await finished(id)
  expect(total).toBe(count)
  const file = await call('GET', (url ?? '').replace('/api/v1/', ''))
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="responses-\d{4}-\d\d-\d\d-[0-9a-f]{6}\.csv"$/)
  expect(file.headers.get('x-content-type-options')).toBe('nosniff')
  const written = Buffer.from(await file.arrayBuffer())
  expect(written.length).toBe(bytes)
  const lines = written.toString().trimEnd().split('\r\n')
  expect(new Set(lines.slice(1).map((line) => line.slice(0, 36))).size).toBe(count)
  expect(readdirSync(join(earshot.env.EARSHOT_DATA_DIR ?? '', 'exports', organizationId)).length).toBe(1)
}, 180_000)

test('a file has what the filters of the list find, as an object, as a condition, in days', async () => {
  const where = { field: 'answer.speed', op: 'lte', value: 2 }
  const { id, filters } = await ask({ format: 'jsonl', survey: 'store', where, from: '2000-01-01', language: 'zh-CN' })
  expect(filters).toMatchObject({ survey: 'store', where: 'answer.speed:lte:2', from: '2000-01-01' })
  const { total } = await finished(id)
  const list = await call('GET', 'responses?survey=store&where=answer.speed:lte:2&limit=200')
  const { items } = (await list.json()) as { items: { id: string }[] }
  const text = await (await call('GET', `exports/${id}/file`)).text()
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; survey: { key: string } })
  expect(rows.length).toBe(total)
  expect(rows.slice(0, items.length).map((row) => row.id)).toEqual(items.map((row) => row.id))
  expect((await call('DELETE', `exports/${id}`)).status).toBe(200)
  expect((await call('GET', `exports/${id}/file`)).status).toBe(409)
}, 60_000)

test('a key without the right, an unknown format and an unreadable condition are refused', async () => {
  const viewer = await createApiKey(organizationId, 'viewer', 'viewer')
  if ('error' in viewer) throw new Error(viewer.detail)
  expect((await call('POST', 'exports', { format: 'csv' }, viewer.key)).status).toBe(403)
  expect((await call('GET', 'exports', undefined, viewer.key)).status).toBe(403)
  expect((await call('POST', 'exports', { format: 'pdf' })).status).toBe(422)
  expect((await call('POST', 'exports', { format: 'csv', where: 'nonsense' })).status).toBe(422)
  expect((await call('POST', 'exports', { format: 'csv', wher: 'a' })).status).toBe(422)
  expect((await call('GET', 'exports/0190a0b0-0000-7000-8000-000000000001')).status).toBe(404)
})

test('the operator writes the same file at once, whole or not at all, and recounts while everything runs', async () => {
  const csv = await earshot.cli('export-answers', '-', '--codes', '--survey', 'store', '--where', 'answer.speed:lte:2')
  expect(csv.split('\n')[0]).toMatch(/^\uFEFF?id,submittedAt,/)
  await expect(earshot.cli('export-answers', 'x.pdf')).rejects.toMatchObject({ code: 2 })
  await rowsOf('update rollups set n = n + 1')
  expect(await earshot.cli('rollups', 'rebuild')).toMatch(/^\d+ rollups, \d+ of them different from before$/)
  expect(await earshot.cli('rollups', 'rebuild', '--survey', 'store')).toMatch(
    /^[1-9]\d* rollups, 0 of them different from before$/,
  )
  await expect(earshot.cli('rollups', 'rebuild', '--survey', 'unheard-of')).rejects.toMatchObject({ code: 2 })
}, 60_000)
