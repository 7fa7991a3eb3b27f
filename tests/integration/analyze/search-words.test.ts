import fc from 'fast-check'
import pg from 'pg'
import { beforeAll, expect, test, vi } from 'vitest'
import { isFailure } from '@/domain/errors'
import { findSpans, readSearch, searchQuery } from '@/domain/text/search'
import { searchVector } from '@/domain/text/search-terms'
import { findResponses, type ResponseSearch } from '@/pipeline/analyze/find-responses'
import { importResponses } from '@/pipeline/listen/import-responses'
import { indexWords } from '@/pipeline/operate/index-words'
import { scoreResponses } from '@/pipeline/score/score-response'
import { pool } from '@/store/connection'
import { fillWithResponses } from '~tests/support/many-responses'
import { countOf, newId, openShop, rowsOf } from '~tests/support/shop'

const now = new Date()
let organizationId: string
let other: string

const say = async (organization: string, words: readonly string[], more: object = {}): Promise<string[]> => {
  const slug = organization === other ? 'delivery-2' : 'delivery'
  const items = words.map((reason, index) => ({
    id: newId(now.getTime() - index * 60_000),
    survey: slug,
    answers: { nps: index % 11, reason },
    completed: true,
    submittedAt: new Date(now.getTime() - index * 60_000).toISOString(),
    ...more,
  }))
  const { ids, rejected } = await importResponses(organization, items, 'none', now)
  expect(rejected).toEqual([])
  await scoreResponses(ids.map((id) => ({ organizationId: organization, id })))
  return ids
}

const find = async (q: string, more: Partial<ResponseSearch> = {}) => {
  const found = await findResponses({ organizationId, timeZone: 'UTC', limit: 50, q, ...more })
  if (isFailure(found)) throw new Error(JSON.stringify(found))
  return found
}
const wordsFor = async (q: string, more: Partial<ResponseSearch> = {}) =>
  (await find(q, more)).items.map(({ comment }) => comment)

const said = [
  'The courier arrived very late',
  'Couriers were friendly, arriving early',
  '物流太慢了，等了三天',
  '客服态度很好，下次还来',
  'Late refund 退款太慢',
  'Great 👍',
]

beforeAll(async () => {
  organizationId = await openShop()
  other = await openShop('other')
  await say(organizationId, said)
  await say(other, ['The courier of another company, 物流'])
}, 60_000)

test.each([
  ['courier', [said[0], said[1]]],
  ['COURIERS arrive', [said[0], said[1]]],
  ['late courier', [said[0]]],
  ['"very late"', [said[0]]],
  ['"late very"', []],
  ['物流', [said[2]]],
  ['太慢', [said[2], said[4]]],
  ['慢', [said[2], said[4]]],
  ['refund 太慢', [said[4]]],
  ['态度好', []],
  ['👍', [said[5]]],
])('%s finds whoever wrote it, newest first, in one’s own organization', async (q, expected) => {
  expect(await wordsFor(q)).toEqual(expected)
})

test('a search goes with every filter and page by page', async () => {
  expect(await wordsFor('late', { survey: 'store' })).toEqual([])
  expect(await wordsFor('late', { where: { field: 'score.nps', op: 'eq', value: 4 } })).toEqual([said[4]])
  const today = now.toISOString().slice(0, 10)
  expect(await wordsFor('courier', { period: { from: '2000-01-01', to: '2000-12-31' } })).toEqual([])
  expect((await wordsFor('courier', { period: { from: '2000-01-01', to: today } })).length).toBe(2)
  const first = await find('courier', { limit: 1 })
  const second = await find('courier', { limit: 1, cursor: first.nextCursor })
  expect([...first.items, ...second.items].map(({ comment }) => comment)).toEqual([said[0], said[1]])
  expect(second.nextCursor).toBeNull()
})

test('nothing to look for is said, not taken for everything', async () => {
  expect(await findResponses({ organizationId, timeZone: 'UTC', limit: 50, q: ' — ' })).toMatchObject({ error: 'invalid' })
})

test('words that were changed are found as they are now', async () => {
  const [id = ''] = await say(organizationId, ['a zeppelin came'])
  await rowsOf(
    `update responses set answers = answers || '{"reason": "a balloon came"}', revision = revision + 1 where id = $1`,
    [id],
  )
  await scoreResponses([{ organizationId, id }])
  expect([await wordsFor('zeppelin'), await wordsFor('balloon')]).toEqual([[], ['a balloon came']])
})

test('what was answered before there was a search is found after the sweep', async () => {
  await rowsOf('update answers set words = null where organization_id = $1', [organizationId])
  expect(await wordsFor('物流')).toEqual([])
  expect(await indexWords()).toBeGreaterThanOrEqual(said.length)
  expect(await wordsFor('物流')).toEqual([said[2]])
  expect(await indexWords()).toBe(0)
})

test('the database finds what the domain marks, whatever the words', async () => {
  const unit = fc.constantFrom('late', 'lates', '物', '流', '慢', ' ', ', ', '"', '。', 'x', '👍', 'é', '한', 'ー')
  const text = fc.array(unit, { maxLength: 12 }).map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(text, text, async (written, typed) => {
      const search = readSearch(typed)
      if (!search) return
      const { rows } = await pool().query<{ found: boolean }>('select $1::tsvector @@ $2::tsquery as found', [
        searchVector(written),
        searchQuery(search),
      ])
      expect(findSpans(written, search).length > 0).toBe(rows[0]?.found)
    }),
    { numRuns: 400 },
  )
}, 30_000)

test('on many rows rare words are looked up in their index, frequent ones met on a walk through a bounded number', async () => {
  const size = 40_000
  const many = await openShop('many')
  await fillWithResponses(many, size)
  while ((await indexWords()) > 0);
  await rowsOf('vacuum analyze answers')
  expect(await countOf('answers where organization_id = $1 and words is not null', [many])).toBe(size)
  const search = { organizationId: many, timeZone: 'UTC', limit: 50 }
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  const statementsOf = async (q: string, expected: number, more: object = {}) => {
    spy.mockClear()
    expect(await findResponses({ ...search, ...more, q })).toMatchObject({ items: { length: expected } })
    const sent = spy.mock.calls.map((call) => call as unknown as [string, unknown[]])
    return {
      settings: String(sent.find(([text]) => /^begin/.test(String(text)))?.[0]),
      asked: sent.filter(([text]) => /^with/.test(String(text))),
    }
  }
  const period = { from: '2026-01-01', to: '2026-12-31' }
  const rare = await statementsOf('37777', 1)
  const frequent = await statementsOf('words', 50)
  const filtered = await statementsOf('words', 50, { survey: 'store', box: 'low', period })
  spy.mockRestore()
  expect([rare.asked.length, frequent.asked.length]).toEqual([2, 1])
  const client = await pool().connect()
  try {
    await client.query(rare.settings)
    const planOf = async ([text, values]: [string, unknown[]]): Promise<string> =>
      (await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values)).rows.map((row) => row['QUERY PLAN']).join('\n')
    const [walk, lookUp] = [await planOf(rare.asked[0] as never), await planOf(rare.asked[1] as never)]
    expect(walk).toMatch(/Index Scan using answers_\w*organization_id_submitted_at_response_id/)
    expect(lookUp).toMatch(/Bitmap Index Scan on answers_\w*words_idx/)
    // A partition without a row has nothing to look up.
    expect(lookUp).not.toMatch(/Scan using answers_\w+ on answers_\w+ a_\d+ {2}\(cost=\S+ rows=(?!1 )/)
    for (const asked of [...frequent.asked, ...filtered.asked])
      expect(await planOf(asked)).not.toMatch(/Seq Scan on (answers|responses|scores)/)
    expect(walk + lookUp).not.toMatch(/Seq Scan on (answers|responses|scores)/)
  } finally {
    await client.query('rollback')
    client.release()
  }
}, 180_000)
