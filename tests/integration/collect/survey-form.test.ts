import { beforeAll, expect, test } from 'vitest'
import { postSurveyPage } from '@/collect/survey/post-survey-page'
import { pool } from '@/store/connection'
import { loadProgramme } from './programme'
import { type Page, press, visit } from './visitor'

beforeAll(async () => {
  await loadProgramme()
})

type Row = { status: string; revision: number; answers: Record<string, unknown>; locale: string; source: string; context: object }

const stored = async (page: Page): Promise<Row | undefined> =>
  (await pool().query<Row>('select * from responses where id = $1', [page.form?.get('_id')])).rows[0]
const count = async (): Promise<number> =>
  (await pool().query<{ n: number }>('select count(*)::int as n from responses')).rows[0]?.n ?? 0

test('a form without scripts saves each page and ends with the thanks', async () => {
  const first = await visit('short', '?lang=en&source=flyer&c_order=A-1')
  expect(first.html.match(/<form/g)).toHaveLength(1)
  expect(await stored(first)).toBeUndefined()
  const second = await press('short', first, { nps: '2', speed: '1' })
  expect(second.html).toContain('What went wrong?')
  expect(await stored(first)).toMatchObject({ status: 'partial', revision: 1, answers: { nps: 2, speed: 1 } })
  const thanks = await press('short', second, { reason: 'Late & "broken" <b>' })
  expect(thanks.form).toBeUndefined()
  expect(thanks.html).toContain('Thank you')
  expect(await stored(first)).toMatchObject({
    status: 'completed',
    revision: 2,
    answers: { nps: 2, speed: 1, reason: 'Late & "broken" <b>' },
    locale: 'en',
    source: 'flyer',
    context: { order: 'A-1' },
  })
})

test('the answers decide which pages come', async () => {
  const thanks = await press('short', await visit('short'), { nps: '9' })
  expect(thanks.form).toBeUndefined()
})

test('back keeps what was given, on both pages', async () => {
  const first = await visit('short')
  const second = await press('short', first, { nps: '3' })
  const back = await press('short', second, { reason: 'half a w', _go: 'back' })
  expect(back.form?.get('nps')).toBe('3')
  expect(back.form?.get('reason')).toBe('half a w')
  const again = await press('short', back, { nps: '1' })
  expect(again.form?.get('reason')).toBe('half a w')
  expect(await stored(first)).toMatchObject({ answers: { nps: 1, reason: 'half a w' }, status: 'partial' })
})

test('a fault shows the page again with what to do, beside the question and above the page', async () => {
  const first = await visit('short')
  const wrong = await press('short', first, { speed: '4' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('aria-invalid="true"')
  expect(wrong.html).toContain('href="#q-nps"')
  expect(wrong.html).toContain('Please choose an answer.')
  expect(wrong.form?.get('speed')).toBe('4')
  const long = await press('short', await press('short', wrong, { nps: '0' }), { reason: 'x'.repeat(41) })
  expect(long.status).toBe(422)
  expect(long.form?.get('reason')).toHaveLength(41)
  expect(await stored(first)).toMatchObject({ answers: { nps: 0, speed: 4 }, status: 'partial' })
})

test('a form that is posted again changes nothing', async () => {
  const first = await visit('short')
  const second = await press('short', first, { nps: '4' })
  for (let times = 0; times < 3; times++) expect((await press('short', second, { reason: 'once' })).html).toContain('Thank you')
  expect((await press('short', first, { nps: '4' })).form?.get('_page')).toBe('1')
  expect(await stored(first)).toMatchObject({ revision: 2, status: 'completed', answers: { nps: 4, reason: 'once' } })
})

test('a customer who goes back in the browser and answers anew is heard', async () => {
  const first = await visit('short')
  await press('short', first, { nps: '4' })
  const changed = await press('short', first, { nps: '5' })
  await press('short', changed, { reason: 'better' })
  expect(await stored(first)).toMatchObject({ answers: { nps: 5, reason: 'better' }, status: 'completed' })
})

test('the page speaks the language of the address, then of the browser; switching keeps the answers', async () => {
  expect((await visit('short', '?lang=zh-CN')).html).toContain('您会推荐我们吗？')
  const chinese = await visit('short', '', { 'accept-language': 'fr, zh-TW;q=0.9, en;q=0.5' })
  expect(chinese.headers.get('content-language')).toBe('zh-CN')
  const english = await press('short', chinese, { nps: '6', _go: 'lang:en' })
  expect(english.status).toBe(200)
  expect(english.html).toContain('Would you recommend us?')
  expect(english.form?.get('nps')).toBe('6')
})

test('what isn’t there says so in the visitor’s language', async () => {
  const missing = await visit('no-such', '', { 'accept-language': 'zh-CN' })
  expect(missing.status).toBe(404)
  expect(missing.html).toContain('这里没有问卷')
  await pool().query(`update surveys set closed_at = now() where slug = 'csat'`)
  const closed = await visit('csat')
  expect(closed.status).toBe(410)
  expect(closed.form).toBeUndefined()
  await pool().query(`update surveys set closed_at = null where slug = 'csat'`)
})

test.each([
  ['no state', { _id: '' }],
  ['an id that is none', { _id: 'nonsense' }],
  ['a version that never was', { _version: '99' }],
  ['a page of nowhere', { _page: 'x' }],
])('a form with %s is refused and keeps nothing', async (_, changed) => {
  const before = await count()
  const answer = await press('short', await visit('short'), { nps: '5', ...changed })
  expect(answer.status).toBe(422)
  expect(await count()).toBe(before)
})

test('another site’s form, and what is no form, are refused', async () => {
  const before = await count()
  const page = await visit('short')
  expect((await press('short', page, { nps: '5' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  const json = new Request('http://localhost:3000/s/short', {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })
  expect((await postSurveyPage(json, { survey: 'short' }, { address: '192.0.2.251' })).status).toBe(415)
  expect(await count()).toBe(before)
})

test('another response’s id under this survey takes nothing over', async () => {
  const other = await visit('csat')
  await press('csat', other, { csat: '4' })
  const page = await visit('short')
  const id = other.form?.get('_id') ?? ''
  expect((await press('short', page, { nps: '5', _id: id })).status).toBe(422)
  expect(await stored(other)).toMatchObject({ answers: { csat: 4 } })
})

test('too many from one address are asked to wait, with their answers in the form', async () => {
  const page = await visit('short')
  const body = new URLSearchParams(page.form)
  body.set('nps', '5')
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const once = () =>
    postSurveyPage(
      new Request('http://localhost:3000/s/short', { method: 'POST', headers: type, body: body.toString() }),
      { survey: 'short' },
      { address: '192.0.2.252' },
    )
  const answers = await Promise.all(Array.from({ length: 230 }, once))
  const limited = answers.find(({ status }) => status === 429)
  expect(Number(limited?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await limited?.text()).toMatch(/value="5"[^>]*checked|checked[^>]*value="5"/)
})
