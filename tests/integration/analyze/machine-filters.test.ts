import { beforeAll, expect, test } from 'vitest'
import { GET as readMetric } from '@/app/api/v1/metrics/[metric]/route'
import { GET as readResponses } from '@/app/api/v1/responses/route'
import { isFailure } from '@/domain/errors'
import { createApiKey } from '@/pipeline/operate/create-api-key'
import { createChance } from '~tests/support/chance'
import { fillOddShop, openOddShop } from '~tests/support/odd-answers'

let key: string
beforeAll(async () => {
  const organizationId = await openOddShop()
  await fillOddShop(organizationId, createChance(9), 80)
  const made = await createApiKey(organizationId, 'machine', 'analyst')
  if (isFailure(made)) throw new Error(made.error)
  key = made.key
})

const request = (path: string, query: Record<string, string>) =>
  new Request(`http://earshot.example/api/v1/${path}?${new URLSearchParams(query)}`, {
    headers: { authorization: `Bearer ${key}` },
  })
const responses = (query: Record<string, string>) => readResponses(request('responses', query), { params: Promise.resolve({}) })
const metric = (query: Record<string, string>) =>
  readMetric(request('metrics/nps', query), { params: Promise.resolve({ metric: 'nps' }) })

test('a condition narrows the list of responses, written in one line or as JSON', async () => {
  const bodies = await Promise.all(
    ['score.nps:lte:6', '{"field":"score.nps","op":"lte","value":6}', 'all()'].map(async (where) => {
      const answer = await responses({ where, limit: '200' })
      expect(answer.status).toBe(200)
      return (await answer.json()) as { items: { score: { metric: string; value: number } | null }[] }
    }),
  )
  const [line, json, all] = bodies
  expect(line?.items.length).toBeGreaterThan(0)
  expect(json).toEqual(line)
  expect(all?.items.length).toBeGreaterThan(line?.items.length ?? 0)
})

test('days the wrong way round are refused instead of read as nobody having answered', async () => {
  const days = { from: '2026-05-02', to: '2026-05-01' }
  for (const answer of [await responses(days), await metric(days)]) {
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: [{ path: 'to' }] })
  }
  for (const one of [{ from: '2026-05-01', to: '2026-05-01' }, { from: '2026-05-01' }, { to: '2026-05-01' }])
    expect([(await responses(one)).status, (await metric(one)).status]).toEqual([200, 200])
})

test('a condition narrows a metric', async () => {
  const read = async (query: Record<string, string>) =>
    ((await (await metric(query)).json()) as { series: { n: number; value: number | null }[] }).series[0]
  expect((await read({ where: 'score.nps:lte:6' }))?.value).toBe(-100)
  expect((await read({ where: 'all()' }))?.n).toBe((await read({}))?.n)
  expect(await read({ where: 'score.nps:gt:10' })).toMatchObject({ n: 0, value: null })
})

test.each([
  ['score.nps:lte', 'needs a value'],
  ['nonsense', '":" is wanted'],
  ['{"all":', 'is none'],
  [`${'not('.repeat(15)}score.nps:exists${')'.repeat(15)}`, 'deeper than 10 levels'],
  ['{"field":"customer.x","op":"eq","value":"\\ud800"}', 'no text can have'],
])('%j is refused, and why', async (where, message) => {
  for (const answer of [await responses({ where }), await metric({ where })]) {
    expect([400, 422]).toContain(answer.status)
    const { errors } = (await answer.json()) as { errors: { path: string; message: string }[] }
    expect(errors[0]?.path).toBe('where')
    expect(errors[0]?.message).toContain(message)
  }
})

test('a period is the organization’s days, and an impossible one is refused', async () => {
  const [inside, outside] = [await responses({ from: '2020-01-01' }), await responses({ to: '2020-01-01' })]
  expect(((await inside.json()) as { items: unknown[] }).items.length).toBeGreaterThan(0)
  expect(((await outside.json()) as { items: unknown[] }).items).toEqual([])
  expect((await responses({ from: '2020-02-30' })).status).toBe(422)
})
