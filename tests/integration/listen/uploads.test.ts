import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getUpload } from '@/pipeline/analyze/get-upload'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { sweepUploads } from '@/pipeline/operate/sweep-uploads'
import { put } from '~tests/support/door'
import { startPublicServer } from '~tests/support/public-server'
import { countOf, newId, openShop, rowsOf } from '~tests/support/shop'

const file = { kind: 'file', text: 'Show us' }
const kilobyte = 1024
let organizationId: string
let server: Awaited<ReturnType<typeof startPublicServer>>
beforeAll(async () => {
  organizationId = await openShop()
  const questions = [
    { key: 'photo', ...file, maximum: 2, maxBytes: 64 * kilobyte, types: ['image', 'document'] },
    { key: 'bill', ...file, types: ['pdf'] },
    { key: 'why', kind: 'text', text: 'Why?' },
  ]
  const surveys = {
    damage: { touchpoint: 'delivery', title: 'Damage', pages: [{ questions }], origins: ['https://shop.example'] },
  }
  const applied = await applyProgramme(organizationId, { surveys })
  if ('error' in applied) throw new Error(JSON.stringify(applied))
  server = await startPublicServer()
})
afterAll(() => server.stop())

const png = (size = 200): Buffer<ArrayBuffer> => {
  const bytes = Buffer.alloc(size, 7)
  bytes.write('\x89PNG\r\n\x1a\n', 'latin1')
  return bytes
}

type Send = { question?: string; response?: string; survey?: string; name?: string; headers?: Record<string, string> }

const send = async (
  body: BodyInit,
  { question = 'photo', response = newId(), survey = 'damage', name = 'photo.png', headers = {} }: Send = {},
) => {
  const query = new URLSearchParams({ survey, question, response })
  const answer = await fetch(`${server.url}/api/v1/uploads?${query}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name), ...headers },
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  } as RequestInit)
  const said = (await answer.json()) as { id: string; name: string; size: number; type: string; detail?: string }
  return { status: answer.status, headers: answer.headers, ...said }
}

const folder = () => join(process.env.EARSHOT_DATA_DIR ?? '', 'uploads', organizationId)
const files = (): string[] => (existsSync(folder()) ? readdirSync(folder()).sort() : [])
const answer = (response: string, answers: Record<string, unknown>, more: object = {}) =>
  put(response, { survey: 'damage', answers, completed: true, ...more })

const stream = (bytes: number): ReadableStream<Uint8Array> => {
  let left = bytes
  return new ReadableStream({
    pull: (controller) => {
      if (left <= 0) return controller.close()
      const size = Math.min(left, 8192)
      controller.enqueue(left === bytes ? new Uint8Array(png(size)) : new Uint8Array(size))
      left -= size
    },
  })
}

test('a file is kept whole, under what it really is, and only its own organization reads it', async () => {
  const sent = await send(png(), { name: '../../旅行.exe' })
  expect(sent).toMatchObject({ status: 201, name: '旅行.exe.png', size: 200, type: 'image/png' })
  expect(sent.headers.get('access-control-allow-origin')).toBe('*')
  expect(readFileSync(join(folder(), sent.id)).equals(png())).toBe(true)
  const found = await getUpload(organizationId, sent.id)
  expect(Buffer.from(await new Response(found?.body).arrayBuffer()).equals(png())).toBe(true)
  expect(await getUpload(newId(), sent.id)).toBeUndefined()
  expect(await getUpload(organizationId, 'nonsense')).toBeUndefined()
})

describe('a file that isn’t taken leaves nothing', () => {
  test.each<[string, () => BodyInit, Send, number]>([
    ['too large by what it says', () => png(64 * kilobyte + 1), {}, 413],
    ['far too large by what it says', () => png(3_000_000), {}, 413],
    ['too large as it comes', () => stream(64 * kilobyte + 1), {}, 413],
    ['endless', () => stream(30_000_000), {}, 413],
    ['a program by another name', () => Buffer.from('MZ\x90\x00 this program', 'latin1'), {}, 415],
    ['of a type that the question doesn’t take', () => Buffer.from('%PDF-1.7\n'), {}, 415],
    ['text that isn’t', () => Buffer.concat([Buffer.from('x'.repeat(5000)), Buffer.from([0xc3, 0x28])]), {}, 415],
    ['empty', () => '', {}, 422],
    ['for another question', () => png(), { question: 'why' }, 422],
    ['for no question', () => png(), { question: 'nothing' }, 422],
    ['for no response', () => png(), { response: 'nonsense' }, 422],
    ['for no survey', () => png(), { survey: 'nowhere' }, 404],
    ['from another shop', () => png(), { headers: { origin: 'https://evil.example' } }, 403],
  ])('%s', async (_, body, more, status) => {
    const before = [await countOf('uploads'), files()]
    const sent = await send(body(), more)
    expect({ status: sent.status, detail: sent.detail }).toMatchObject({ status, detail: expect.any(String) })
    expect([await countOf('uploads'), files()]).toEqual(before)
  })

  test('nor does one whose sender goes away in the middle', async () => {
    const before = files()
    const gone = new AbortController()
    const slow = new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array(png(9000))),
      pull: () => new Promise(() => undefined),
    })
    const query = new URLSearchParams({ survey: 'damage', question: 'photo', response: newId() })
    const asked = fetch(`${server.url}/api/v1/uploads?${query}`, {
      method: 'POST',
      body: slow,
      duplex: 'half',
      signal: gone.signal,
    } as RequestInit)
    await expect.poll(() => countOf('uploads where stored_at is null')).toBe(1)
    gone.abort()
    await expect(asked).rejects.toThrow()
    await expect.poll(() => countOf('uploads where stored_at is null')).toBe(0)
    expect(files()).toEqual(before)
  })
})

test('a response has room for so many files, also when they come at once', async () => {
  const response = newId()
  const sent = await Promise.all(Array.from({ length: 34 }, () => send(png(), { response })))
  expect(sent.filter(({ status }) => status === 201)).toHaveLength(30)
  expect(sent.filter(({ status }) => status === 429)).toHaveLength(4)
})

describe('an answer names files', () => {
  test('that were sent for its own question and response, and no others', async () => {
    const [response, other] = [newId(), newId()]
    const [mine, theirs, bill] = await Promise.all([
      send(png(), { response }),
      send(png(), { response: other }),
      send(Buffer.from('%PDF-1.7\n'), { response, question: 'bill' }),
    ])
    for (const ids of [[theirs.id], [bill.id], [newId()], [mine.id, theirs.id]]) {
      const refused = await answer(response, { photo: ids })
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'answers.photo' }] } })
    }
    expect(await countOf('responses where id = $1', [response])).toBe(0)
    expect((await answer(response, { photo: [mine.id], bill: [bill.id] })).status).toBe(201)
    expect((await answer(response, { photo: [mine.id], bill: [bill.id] })).status).toBe(200)
  })

  test('and those that none names are gone after a day, with their rows; the others stay', async () => {
    await sweepUploads()
    const response = newId()
    const [kept, replaced, abandoned] = await Promise.all([1, 2, 3].map(() => send(png(), { response })))
    if (!kept || !replaced || !abandoned) throw new Error('nothing was sent')
    await answer(response, { photo: [kept.id, replaced.id] }, { completed: false })
    await answer(response, { photo: [kept.id] }, { revision: 2 })
    // Two marks that a crash left wrong: a claim that was lost, and a removal that was begun.
    await rowsOf('update uploads set claimed_at = null where id = $1', [kept.id])
    const begun = await send(png(), { response: newId() })
    await rowsOf('update uploads set removed_at = now() where id = $1', [begun.id])
    expect((await answer(newId(), { photo: [begun.id] })).status).toBe(422)
    await rowsOf(`update uploads set created_at = now() - interval '25 hours' where response_id = $1`, [response])
    writeFileSync(join(folder(), `${abandoned.id}.part`), 'half')
    expect(await sweepUploads()).toBe(3)
    expect(files()).toContain(kept.id)
    for (const { id } of [replaced, abandoned, begun]) expect(files().filter((name) => name.startsWith(id))).toEqual([])
    expect(await countOf('uploads where id = any($1)', [[kept.id, replaced.id, abandoned.id, begun.id]])).toBe(1)
    expect(await sweepUploads()).toBe(0)
    expect((await answer(response, { photo: [kept.id] }, { revision: 3 })).status).toBe(200)
  })

  test('a late retry of an older save doesn’t cost the newest its file', async () => {
    const response = newId()
    const sent = await send(png(), { response })
    await answer(response, { photo: [sent.id] }, { completed: false, revision: 2 })
    await answer(response, { why: 'before the photo' }, { completed: false, revision: 1 })
    await rowsOf(`update uploads set created_at = now() - interval '25 hours' where id = $1`, [sent.id])
    await sweepUploads()
    expect(files()).toContain(sent.id)
  })
})

test('a browser of another origin may ask before it sends', async () => {
  const asked = await fetch(`${server.url}/api/v1/uploads`, { method: 'OPTIONS' })
  expect(asked.headers.get('access-control-allow-methods')).toContain('POST')
  expect(asked.headers.get('access-control-allow-headers')).toContain('x-file-name')
  expect((await fetch(`${server.url}/api/v1/uploads`)).status).toBe(405)
})
