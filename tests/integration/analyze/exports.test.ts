import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { beforeAll, expect, test } from 'vitest'
import { env } from '@/config/env'
import { isFailure } from '@/domain/errors'
import { cancelExport, findExports, getExport, openExport } from '@/pipeline/analyze/find-exports'
import { findResponses } from '@/pipeline/analyze/find-responses'
import { countExport, type ExportAsked, type ExportOf, requestExport } from '@/pipeline/analyze/request-export'
import { tagResponses } from '@/pipeline/analyze/tag-responses'
import { streamExport, writeExport } from '@/pipeline/analyze/write-export'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { importResponses } from '@/pipeline/listen/import-responses'
import { deleteResponse } from '@/pipeline/operate/delete-response'
import { stopWork } from '@/pipeline/operate/stop-work'
import { sweepExports } from '@/pipeline/operate/sweep-exports'
import { scoreResponses } from '@/pipeline/score/score-response'
import { findDueWork } from '@/store/work/find-due-work'
import { newId, openShop, rowsOf, submit } from '~tests/support/shop'
import { until } from '~tests/support/until'

const ada = 'ada@shop.example'
const count = 1_205
let organizationId: string
let asker: { organizationId: string; by: string; hasCustomers: boolean }
let ids: string[]

const choice = { key: 'why', kind: 'single_choice', other: true, text: { en: 'Why, of all', 'zh-CN': '为什么' } }
const option = (key: string, en: string, zh: string) => ({ key, text: { en, 'zh-CN': zh } })
const gone = option('gone', 'Gone later', '后来没有了')
const kept = option('kept', 'Kept', '保留')
const version = (questions: object[]) => ({
  touchpoint: 'help',
  title: { en: 'Two versions', 'zh-CN': '两个版本' },
  pages: [{ questions }],
})

beforeAll(async () => {
  organizationId = await openShop()
  asker = { organizationId, by: ada, hasCustomers: true }
  const now = new Date()
  const items = Array.from({ length: count }, (_, index) => ({
    survey: 'delivery',
    answers: { nps: index % 11, speed: 1 + (index % 5), reason: index % 2 ? `courier, no. ${index}` : '=1+1 物流' },
    completed: true,
    customer: { externalId: `c${index % 7}`, name: index % 7 === 0 ? '=HYPERLINK("x")' : `Mei ${index % 7}` },
    context: { shop: `s${index % 3}` },
    submittedAt: new Date(now.getTime() - (index + 10) * 60_000).toISOString(),
  }))
  ids = []
  for (let from = 0; from < count; from += 1000)
    ids.push(...(await importResponses(organizationId, items.slice(from, from + 1000), 'none', now)).ids)
  await scoreResponses(ids.map((id) => ({ organizationId, id })))
  await tagResponses(asker, { kind: 'add', name: 'call' }, ids.slice(0, 3))
}, 60_000)

const done = async <T extends object>(work: Promise<T>): Promise<Exclude<T, { error: string }>> => {
  const answer = await work
  if (isFailure(answer)) throw new Error(JSON.stringify(answer))
  return answer as Exclude<T, { error: string }>
}
const all: ExportAsked = { timeZone: 'Asia/Shanghai' }
const request = (asked = all, more: object = {}) =>
  done<ExportOf | { error: 'invalid' }>(
    requestExport(asker, { format: 'csv', locale: 'en', ...more }, asked) as Promise<ExportOf>,
  )
const fileOf = async (id: string) => {
  const { body } = await done(openExport(asker, id, true))
  return Buffer.from(await new Response(body).arrayBuffer())
}
const write = async (asked = all, more: object = {}) => {
  const { id } = await request(asked, more)
  await writeExport({ organizationId, id })
  return { id, file: await fileOf(id) }
}
const table = (file: Buffer) =>
  Papa.parse<Record<string, string>>(file.toString('utf8').replace('\uFEFF', ''), { header: true, skipEmptyLines: true })
const exportFiles = () => {
  const folder = join(env().dataDir, 'exports', organizationId)
  return existsSync(folder) ? readdirSync(folder) : []
}

test('a file has the responses of the screen, newest first, with every answer beside its time, scores, tags, customer and context', async () => {
  const { id, file } = await write(all, { values: 'codes' })
  expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  const { data, errors } = table(file)
  expect(errors).toEqual([])
  expect(data.map((row) => row.id)).toEqual(ids)
  expect(data[1]).toMatchObject({
    'touchpoint.key': 'delivery',
    survey: 'delivery',
    version: '1',
    'response.status': 'completed',
    'score.nps': '1',
    'score.nps.category': 'detractor',
    'text.language': 'en',
    tags: 'call',
    'customer.externalId': 'c1',
    'customer.name': 'Mei 1',
    'context.shop': 's1',
    'answer.nps': '1',
    'answer.speed': '2',
    'answer.reason': 'courier, no. 1',
  })
  expect(data[1]?.submittedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
  expect(await done(getExport(asker, id))).toMatchObject({
    state: 'done',
    done: count,
    total: count,
    bytes: file.length,
    downloads: 1,
  })
})

test('what a spreadsheet would take for a formula is a text in it, headings and customers too', async () => {
  const { data } = table((await write(all, { values: 'codes' })).file)
  expect(data[0]).toMatchObject({ 'answer.reason': "'=1+1 物流", 'customer.name': '\'=HYPERLINK("x")' })
  expect(Object.values(data.flatMap((row) => Object.values(row))).filter((cell) => /^[=+@]/.test(cell))).toEqual([])
})

test('labels are told in the reader’s language, times in the organization’s place, and headings carry the key', async () => {
  const { data, meta } = table((await write(all, { values: 'labels', locale: 'zh-CN' })).file)
  expect(meta.fields).toContain('触点 [touchpoint.key]')
  expect(meta.fields).toContain('Would you recommend us? [answer.nps]')
  expect(data[0]).toMatchObject({ 'NPS 分组 [score.nps.category]': '贬损者', '状态 [response.status]': '已完成' })
  expect(data[0]?.['提交时间 (Asia/Shanghai) [submittedAt]']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
})

test('versions and surveys are joined by question key, each value told by its own version', async () => {
  const put = (questions: object[]) => applyProgramme(organizationId, { surveys: { versions: version(questions) } })
  await done(put([{ ...choice, options: [gone, kept] }]) as Promise<object>)
  const answer = (why: unknown, at: number) => ({
    survey: 'versions',
    answers: { why },
    completed: true,
    submittedAt: new Date(Date.now() - at).toISOString(),
  })
  const bring = async (items: object[]) => {
    const { rejected } = await importResponses(organizationId, items as never, 'none', new Date())
    expect(rejected).toEqual([])
  }
  await bring([answer('gone', 4_000), answer({ other: '+86 words' }, 3_000)])
  await done(
    put([
      { ...choice, text: { en: 'Why?', 'zh-CN': '为何' }, options: [kept] },
      { key: 'more', kind: 'text', text: 'More' },
    ]) as Promise<object>,
  )
  await bring([answer('kept', 2_000)])
  const asked = { ...all, survey: 'versions' }
  const { data, meta } = table((await write(asked, { locale: 'en' })).file)
  expect(meta.fields?.filter((name) => name.includes('[answer.'))).toEqual([
    'Why? [answer.why]',
    'Why? – Other, in their words [answer.why.other]',
    'More [answer.more]',
  ])
  expect(
    data.map((row) => [
      row['Version [version]'],
      row['Why? [answer.why]'],
      row['Why? – Other, in their words [answer.why.other]'],
    ]),
  ).toEqual([
    ['2', 'Kept', ''],
    ['1', 'Other', "'+86 words"],
    ['1', 'Gone later', ''],
  ])
  const lines = (await write(asked, { format: 'jsonl', locale: 'zh-CN' })).file.toString('utf8').trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line).answers.why)).toEqual([
    { question: '为何', value: 'kept', label: '保留' },
    { question: '为什么', value: { other: '+86 words' }, label: '其他：+86 words' },
    { question: '为什么', value: 'gone', label: '后来没有了' },
  ])
})

test.each<[string, Partial<ExportAsked>]>([
  ['a score’s box', { survey: 'delivery', box: 'low' }],
  ['words', { q: '物流' }],
  ['words and a condition', { q: 'courier', where: { field: 'answer.speed', op: 'lte', value: 2 } }],
  ['a tag', { tag: 'CALL' }],
  ['an unknown tag', { tag: 'unheard of' }],
  [
    'a condition on customers and context',
    {
      where: {
        all: [
          { field: 'customer.externalId', op: 'eq', value: 'c3' },
          { field: 'context.shop', op: 'ne', value: 's0' },
        ],
      },
    },
  ],
])('a file narrowed by %s has as many rows as were promised, and the same as the list', async (_, narrowing) => {
  const asked = { ...all, ...narrowing }
  const { file } = await write(asked, { values: 'codes' })
  const list = await done(findResponses({ organizationId, limit: 2_000, ...asked }))
  expect(table(file).data.map((row) => row.id)).toEqual(list.items.map(({ id }) => id))
  expect(await countExport(organizationId, asked)).toBe(list.items.length)
})

test('what arrives and goes while a file is written changes nothing of it', async () => {
  const asked = { ...all, survey: 'delivery' }
  const before = await countExport(organizationId, asked)
  const content = { organizationId, asked, hasCustomers: true, format: 'csv' as const, values: 'codes' as const, locale: 'en' }
  const chunks: Uint8Array[] = []
  let isFirst = true
  const rows = await streamExport(
    content,
    () => undefined,
    async (body) => {
      for await (const chunk of body) {
        chunks.push(chunk)
        if (!isFirst) continue
        isFirst = false
        await submit('delivery', { nps: 1 })
        await deleteResponse({ organizationId, id: ids.at(-1) ?? '', by: ada })
      }
    },
  )
  expect(rows).toBe(before)
  const written = table(Buffer.concat(chunks)).data
  expect([written.length, written.at(-1)?.id]).toEqual([before, ids.at(-1)])
  expect(await countExport(organizationId, asked)).toBe(before)
})

test('without the right to see customers a file has none, and one that has them isn’t opened', async () => {
  const { id, file } = await write(all, { values: 'codes' })
  expect(table(file).meta.fields?.filter((name) => name.startsWith('customer.')).length).toBeGreaterThan(4)
  expect(await openExport(asker, id, false)).toMatchObject({ error: 'forbidden' })
  const blind = await done(
    requestExport({ ...asker, hasCustomers: false }, { format: 'jsonl', locale: 'en', values: 'codes' }, all),
  )
  await writeExport({ organizationId, id: blind.id })
  const text = (await fileOf(blind.id)).toString('utf8')
  expect(text).not.toContain('Mei')
  expect(await done(openExport(asker, blind.id, false))).toMatchObject({ record: { state: 'done' } })
})

test('an export is its asker’s alone, and what can’t be exported is refused', async () => {
  const { id } = await write({ ...all, tag: 'call' })
  const olga = { organizationId, by: 'olga@shop.example' }
  expect(await getExport(olga, id)).toMatchObject({ error: 'not_found' })
  expect(await openExport(olga, id, true)).toMatchObject({ error: 'not_found' })
  expect(await cancelExport(olga, id)).toMatchObject({ error: 'not_found' })
  expect((await findExports(olga, { limit: 10 })).items).toEqual([])
  expect(await getExport(asker, 'no id')).toMatchObject({ error: 'not_found' })
  expect(await requestExport(asker, { format: 'pdf', locale: 'en' }, all)).toMatchObject({ error: 'invalid' })
  expect(await requestExport(asker, { format: 'csv', locale: '../en' }, all)).toMatchObject({ error: 'invalid' })
  expect(await requestExport(asker, { format: 'csv', locale: 'en' }, { ...all, q: '!!' })).toMatchObject({ error: 'invalid' })
})

test('three may be under way; a cancelled one is never written, and lists go on page by page', async () => {
  const made = [await request(), await request(), await request()]
  expect(await requestExport(asker, { format: 'csv', locale: 'en' }, all)).toMatchObject({ error: 'too_many' })
  for (const { id } of made) expect(await done(cancelExport(asker, id))).toMatchObject({ state: 'cancelled' })
  expect(await cancelExport(asker, made[0]?.id ?? '')).toMatchObject({ error: 'conflict' })
  await writeExport({ organizationId, id: made[0]?.id ?? '' })
  expect(await openExport(asker, made[0]?.id ?? '', true)).toMatchObject({ error: 'conflict' })
  const first = await findExports(asker, { limit: 2 })
  const second = await findExports(asker, { limit: 2, cursor: first.nextCursor })
  expect([...first.items, ...second.items].slice(0, 3).map(({ id }) => id)).toEqual(made.map(({ id }) => id).reverse())
})

test('an export whose worker died is written anew by the next, and leaves one file', async () => {
  const { id } = await request(all, { values: 'codes' })
  const before = exportFiles().length
  // As the dead worker left it: a file that was begun, and a lease that has run out.
  const left = newId()
  await rowsOf(
    `update exports set state = 'running', attempts = 1, file_id = $2, done = 700, lease_until = now() - interval '1 second' where id = $1`,
    [id, left],
  )
  const { writeFileSync } = await import('node:fs')
  writeFileSync(join(env().dataDir, 'exports', organizationId, `${left}.part`), 'half a file')
  expect(await findDueWork('exports', 10)).toEqual([{ organizationId, id, attempt: 1 }])
  await Promise.all([writeExport({ organizationId, id }), writeExport({ organizationId, id })])
  expect(await done(getExport(asker, id))).toMatchObject({ state: 'done' })
  expect(exportFiles().length).toBe(before + 1)
  expect(exportFiles().filter((name) => name.endsWith('.part'))).toEqual([])
  expect(table(await fileOf(id)).data.map((row) => row.id)).toContain(ids[0])
})

test('one that kills every worker is given up, and says so', async () => {
  const { id } = await request()
  await rowsOf(`update exports set state = 'running', attempts = 5, lease_until = now() - interval '1 second' where id = $1`, [
    id,
  ])
  await writeExport({ organizationId, id })
  expect(await done(getExport(asker, id))).toMatchObject({ state: 'failed', fault: 'given_up' })
})

test('files go after their days and when they are given up; who took what stays', async () => {
  const expired = await write({ ...all, tag: 'call' })
  const given = await write({ ...all, tag: 'call' })
  const before = exportFiles().length
  await rowsOf(`update exports set expires_at = now() - interval '1 second' where id = $1`, [expired.id])
  expect(await done(cancelExport(asker, given.id))).toMatchObject({ state: 'expired' })
  await until(async () => (await sweepExports()) === 0, 'no more files to remove')
  expect(exportFiles().length).toBe(before - 2)
  expect(await done(getExport(asker, expired.id))).toMatchObject({ state: 'expired', total: 3, downloads: 1, by: ada })
  expect(await openExport(asker, expired.id, true)).toMatchObject({ error: 'conflict' })
})

test('a process that stops gives what it writes back at once, whole files only', async () => {
  const { id } = await request(all, { values: 'codes' })
  const writing = writeExport({ organizationId, id })
  await until(async () => (await done(getExport(asker, id))).fileId, 'a file that is being written')
  await stopWork()
  await writing
  expect(await done(getExport(asker, id))).toMatchObject({ state: 'waiting' })
  expect(exportFiles().filter((name) => name.endsWith('.part'))).toEqual([])
  expect(await findDueWork('exports', 10)).toEqual([{ organizationId, id, attempt: 0 }])
})
