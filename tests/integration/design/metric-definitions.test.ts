import { beforeAll, expect, test } from 'vitest'
import { DELETE, GET, PUT } from '@/app/api/v1/metrics/[metric]/route'
import { GET as readVersions } from '@/app/api/v1/metrics/[metric]/versions/route'
import { GET as readMetrics } from '@/app/api/v1/metrics/route'
import { isFailure } from '@/domain/errors'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { exportProgramme } from '@/pipeline/design/export-programme'
import { getMetricVersions } from '@/pipeline/design/get-metric-versions'
import { planProgramme } from '@/pipeline/design/plan-programme'
import { removeObject } from '@/pipeline/design/remove-object'
import { createApiKey } from '@/pipeline/operate/create-api-key'
import { countOf, hear, openShop, shop } from '~tests/support/shop'

let organizationId: string
beforeAll(async () => {
  organizationId = await openShop()
})

const quick = { name: { en: 'Quick', 'zh-CN': '快捷' }, of: 'mean', question: 'speed', scale: { from: 1, to: 5 }, least: 3 }
const whole = { name: 'Whole', of: 'index', parts: ['quick', 'csat'].map((metric) => ({ metric, weight: 1 })), least: 1 }
const apply = async (metrics: object, by = 'ada@shop.example') => applyProgramme(organizationId, { metrics }, { by })
const saved = async (metrics: object) => {
  const applied = await apply(metrics)
  if (isFailure(applied)) throw new Error(JSON.stringify(applied))
  return applied.applied.map(({ key, change }) => [key, change])
}
const issues = async (metrics: object): Promise<[string, string][]> => {
  const applied = await apply(metrics)
  return isFailure(applied) ? (applied.errors ?? []).map(({ path, message }) => [path, message]) : []
}

test('each change is a version with who, when and why; what the product comes with is the first', async () => {
  const loyal = { positiveFrom: 9, negativeTo: 5, least: 1, reason: 'Sixes come back' }
  expect(await saved({ nps: loyal })).toEqual([['nps', 'changed']])
  expect(await saved({ nps: loyal })).toEqual([['nps', 'unchanged']])
  await saved({ nps: { positiveFrom: 9, negativeTo: 6 } })
  const versions = await getMetricVersions(organizationId, 'nps')
  expect(versions.map(({ version, by, byName }) => [version, by, byName])).toEqual([
    [3, 'ada@shop.example', 'Ada Admin'],
    [2, 'ada@shop.example', 'Ada Admin'],
    [1, null, null],
  ])
  expect(versions[1]).toMatchObject({ definition: loyal, at: expect.any(Date) })
  expect(versions[2]?.definition).toEqual({ positiveFrom: 9, negativeTo: 6, least: 1 })
  expect(await getMetricVersions(organizationId, 'nowhere')).toEqual([])
})

test('an index may stand before its parts in a file; what goes out comes back with nothing to change', async () => {
  expect(await saved({ whole, quick })).toEqual([
    ['quick', 'created'],
    ['whole', 'created'],
  ])
  const exported = await exportProgramme(organizationId)
  expect(exported.metrics).toMatchObject({ quick, whole, csat: { positiveFrom: 4, negativeTo: 2, least: 1 } })
  const before = await countOf(`programme_changes where kind = 'metrics'`)
  const again = await applyProgramme(organizationId, exported)
  if (isFailure(again)) throw new Error(JSON.stringify(again))
  expect(again.applied.filter(({ change }) => change !== 'unchanged')).toEqual([])
  expect(await countOf(`programme_changes where kind = 'metrics'`)).toBe(before)
  const planned = await planProgramme(organizationId, { metrics: { quick: { ...quick, least: 10 } } })
  expect(planned).toMatchObject({ plan: [{ key: 'quick', plan: 'change', fields: [{ path: 'least', before: 3, after: 10 }] }] })
})

test('which way a metric gets better is a part of its versions, goes out and comes back, and is told to machines', async () => {
  const slow = { name: 'Slow', of: 'share', question: 'speed', positiveFrom: 4, least: 1 }
  await saved({ slow: { ...slow, better: 'more' } })
  expect(await saved({ slow })).toEqual([['slow', 'unchanged']])
  expect(await saved({ slow: { ...slow, better: 'less', reason: 'It counts what is slow' } })).toEqual([['slow', 'changed']])
  const versions = await getMetricVersions(organizationId, 'slow')
  expect(versions.map(({ definition }) => definition !== null && 'better' in definition && definition.better)).toEqual([
    'less',
    false,
  ])
  const { metrics } = await exportProgramme(organizationId)
  expect(metrics.slow).toMatchObject({ better: 'less' })
  expect(await saved({ slow: metrics.slow as object })).toEqual([['slow', 'unchanged']])
  const planned = await planProgramme(organizationId, { metrics: { slow } })
  expect(planned).toMatchObject({ plan: [{ key: 'slow', plan: 'change' }] })
  expect(await issues({ slow: { ...slow, better: 'down' } })).toMatchObject([['metrics.slow.better', expect.any(String)]])
})

test('the same file gives another organization the same metrics', async () => {
  const other = await openShop('other')
  const { metrics } = await exportProgramme(organizationId)
  const applied = await applyProgramme(other, { metrics })
  expect(isFailure(applied)).toBe(false)
  expect((await exportProgramme(other)).metrics).toEqual(metrics)
})

test.each<[string, object, string, string]>([
  ['boxes that overlap', { nps: { positiveFrom: 6, negativeTo: 6 } }, 'metrics.nps.negativeTo', 'below positiveFrom'],
  ['a box outside of the scale', { csat: { positiveFrom: 6, negativeTo: 2 } }, 'metrics.csat.positiveFrom', '<=5'],
  ['sentiment', { sentiment: { positiveFrom: 1, negativeTo: 0 } }, 'metrics.sentiment', 'can’t be defined'],
  ['no kind', { mine: { name: 'Mine', question: 'speed' } }, 'metrics.mine.of', 'mean, share or index'],
  [
    'a question nobody asks',
    { mine: { name: 'Mine', of: 'mean', question: 'nothing' } },
    'metrics.mine.question',
    'no survey asks',
  ],
  ['words', { mine: { name: 'Mine', of: 'mean', question: 'reason' } }, 'metrics.mine.question', 'with a number'],
  ['a question’s key', { speed: { name: 'Mine', of: 'mean', question: 'nps' } }, 'metrics.speed', 'is a question’s key'],
  ['another scale', { mine: { ...quick, scale: { from: 0, to: 10 } } }, 'metrics.mine.scale', 'from 1 to 5'],
  [
    'options of a number',
    { mine: { name: 'Mine', of: 'share', question: 'speed', options: ['5'] } },
    'metrics.mine.options',
    'name positiveFrom',
  ],
  [
    'neither number nor options',
    { mine: { name: 'Mine', of: 'share', question: 'speed' } },
    'metrics.mine.positiveFrom',
    'not both',
  ],
  [
    'an index of nothing',
    {
      mine: {
        ...whole,
        parts: [
          { metric: 'nps', weight: 1 },
          { metric: 'no', weight: 1 },
        ],
      },
    },
    'metrics.mine.parts[1].metric',
    'there is no metric',
  ],
  [
    'an index of an index',
    {
      mine: {
        ...whole,
        parts: [
          { metric: 'nps', weight: 1 },
          { metric: 'whole', weight: 1 },
        ],
      },
    },
    'metrics.mine.parts[1].metric',
    'is an index itself',
  ],
  [
    'a part that loses its scale',
    { quick: { name: 'Quick', of: 'mean', question: 'speed' } },
    'metrics.whole.parts[0].metric',
    'has no scale',
  ],
])('%s is refused at its place, and nothing is changed', async (_, metrics, path, message) => {
  const before = await exportProgramme(organizationId)
  const found = await issues(metrics)
  expect(found[0]?.[0]).toBe(path)
  expect(found[0]?.[1]).toContain(message)
  expect(await exportProgramme(organizationId)).toEqual(before)
})

test('one question on several scales is no metric, unless the surveys that share one are named', async () => {
  const speed = (scale: number) => ({ key: 'speed', kind: 'rating', scale, text: 'Speed' })
  const survey = { ...shop.surveys.store, pages: [{ questions: [speed(10)] }] }
  const mixed = { metrics: { pace: { name: 'Pace', of: 'mean', question: 'speed' } }, surveys: { store: survey } }
  const refused = await applyProgramme(organizationId, mixed)
  expect(isFailure(refused) && refused.errors?.[0]).toMatchObject({
    path: 'metrics.pace.question',
    message: expect.stringContaining('several scales'),
  })
  const named = await applyProgramme(organizationId, {
    ...mixed,
    metrics: { pace: { ...mixed.metrics.pace, surveys: ['delivery'] } },
  })
  expect(isFailure(named)).toBe(false)
})

test('what an index is put together of stays; what is taken away leaves its versions, and can come back', async () => {
  expect(await removeObject(organizationId, 'metrics', 'quick', 'ada')).toMatchObject({ error: 'in_use' })
  expect(await removeObject(organizationId, 'metrics', 'nps', 'ada')).toMatchObject({ error: 'in_use' })
  expect(await removeObject(organizationId, 'metrics', 'whole', 'ada')).toMatchObject({ applyId: expect.any(String) })
  expect((await exportProgramme(organizationId)).metrics).not.toHaveProperty('whole')
  expect(await saved({ whole })).toEqual([['whole', 'created']])
  const versions = await getMetricVersions(organizationId, 'whole')
  expect(versions.map(({ version, definition }) => [version, definition === null])).toEqual([
    [3, false],
    [2, true],
    [1, false],
  ])
})

test('the machine door puts, reads, tells the versions of and takes away; an analyst’s key only reads', async () => {
  const keyOf = async (role: string) => {
    const made = await createApiKey(organizationId, role, role)
    if (isFailure(made)) throw new Error(made.error)
    return made.key
  }
  const [manager, analyst] = [await keyOf('manager'), await keyOf('analyst')]
  const request = (key: string, method: string, body?: object, query = '') =>
    new Request(`http://earshot.example/api/v1/metrics/easy${query}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  const easy = { params: Promise.resolve({ metric: 'easy' }) }
  const body = { name: 'Easy', of: 'share', question: 'speed', surveys: ['delivery'], positiveFrom: 4 }
  expect((await PUT(request(analyst, 'PUT', body), easy)).status).toBe(403)
  expect((await PUT(request(manager, 'PUT', body), easy)).status).toBe(201)
  const second = await PUT(request(manager, 'PUT', { ...body, positiveFrom: 5, reason: 'Only the best' }), easy)
  expect(second.status).toBe(200)
  expect(await second.json()).toMatchObject({ key: 'easy', positiveFrom: 5, least: 1 })
  for (const speed of [5, 4, 3, 5]) await hear(organizationId, 'delivery', { nps: 9, speed })
  const read = async (query = '') => (await GET(request(analyst, 'GET', undefined, query), easy)).json()
  expect(await read()).toMatchObject({
    metric: 'easy',
    version: 2,
    since: expect.any(String),
    definition: expect.stringContaining('Share of 5 and more among the answers to "speed" in delivery'),
    series: [{ start: null, group: null, n: 4, value: 0.5, counts: { counted: 2, others: 2 } }],
  })
  const versions = (await (await readVersions(request(analyst, 'GET'), easy)).json()) as {
    items: { at: string; version: number }[]
  }
  expect(versions.items.map(({ version }) => version)).toEqual([2, 1])
  const [, made] = versions.items
  expect(await read(`?asOf=${encodeURIComponent(made?.at ?? '')}`)).toMatchObject({ version: 1, series: [{ value: 0.75 }] })
  expect((await GET(request(analyst, 'GET', undefined, '?asOf=2000-01-01T00:00:00Z'), easy)).status).toBe(422)
  const listed = (await (await readMetrics(request(analyst, 'GET'), { params: Promise.resolve({}) })).json()) as {
    items: { key: string }[]
  }
  expect(listed.items.map(({ key }) => key)).toEqual(expect.arrayContaining(['nps', 'csat', 'ces', 'easy', 'quick']))
  expect((await DELETE(request(analyst, 'DELETE'), easy)).status).toBe(403)
  expect((await DELETE(request(manager, 'DELETE'), easy)).status).toBe(204)
  expect((await DELETE(request(manager, 'DELETE'), easy)).status).toBe(404)
})
