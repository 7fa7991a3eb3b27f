import { beforeAll, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { endMute, findMutes, muteRule } from '@/pipeline/alert/mute-rule'
import { countOf, hear, importOne, judge, openShop, rowsOf } from '~tests/support/shop'

let organizationId: string
beforeAll(async () => {
  organizationId = await openShop('muted')
})

const by = 'ada@shop.example'
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
const mute = async (key: string, more: object = {}) => {
  const muted = await muteRule(
    { organizationId, key, by, now: new Date() },
    { reason: 'Courier on strike', until: inHours(4), ...more },
  )
  if (isFailure(muted)) throw new Error(JSON.stringify(muted))
  return muted
}
const end = (key: string, id: string) => endMute({ organizationId, key, by }, id)
const alertsOf = (response: string) =>
  rowsOf<{ rule: string; status: string; muted_reason: string | null; has_case: boolean; sent: number }>(
    `select ar.key as rule, a.status, a.muted_reason, a.case_id is not null as has_case,
            (select count(*)::int from deliveries d where d.alert_id = a.id) as sent
       from alerts a join alert_rules ar on ar.id = a.rule_id where a.response_id = $1 order by 1`,
    [response],
  )
const raised = { status: 'raised', muted_reason: null, has_case: true }
const silent = { status: 'muted', muted_reason: 'Courier on strike', has_case: false, sent: 0 }

test('a muted rule writes down what it finds, with the reason, and tells nobody; other rules go on', async () => {
  const { id } = await mute('detractor')
  const response = await hear(organizationId, 'delivery', { nps: 0 })
  expect(await alertsOf(response)).toEqual([
    { rule: 'detractor', ...silent },
    { rule: 'furious', ...raised, sent: 2 },
  ])
  const alone = await hear(organizationId, 'delivery', { nps: 5 })
  expect(await alertsOf(alone)).toEqual([{ rule: 'detractor', ...silent }])
  expect(await countOf('case_responses where response_id = $1', [alone])).toBe(0)
  expect(await end('detractor', id)).toEqual({ ended: id })
  expect(await alertsOf(await hear(organizationId, 'delivery', { nps: 5 }))).toEqual([{ rule: 'detractor', ...raised, sent: 1 }])
  expect(await end('detractor', id)).toMatchObject({ error: 'not_found' })
})

test('a rule muted at one touchpoint speaks at the others, and one whose time is over speaks again', async () => {
  await mute('help-low', { touchpoint: 'delivery' })
  expect(await alertsOf(await hear(organizationId, 'help', { csat: 1 }))).toMatchObject([raised])
  const { id } = await mute('help-low', { touchpoint: 'help' })
  expect(await alertsOf(await hear(organizationId, 'help', { csat: 1 }))).toMatchObject([silent])
  await rowsOf(`update alert_mutes set until = now() - interval '1 second' where id = $1`, [id])
  expect(await alertsOf(await hear(organizationId, 'help', { csat: 1 }))).toMatchObject([raised])
  expect((await findMutes(organizationId, 'help-low')).map(({ touchpoint }) => touchpoint?.key)).toEqual(['delivery'])
})

test('what was muted opens no window: the customer’s next answer after it alerts', async () => {
  const { id } = await mute('loyalty-low')
  const first = await importOne(organizationId, 'loyalty', { nps: 1 }, { externalId: 'patient' })
  await judge(organizationId, first)
  await end('loyalty-low', id)
  const second = await importOne(organizationId, 'loyalty', { nps: 1 }, { externalId: 'patient' })
  await judge(organizationId, second)
  expect(await alertsOf(first)).toMatchObject([silent])
  expect(await alertsOf(second)).toMatchObject([raised])
})

test.each([
  ['reason', { reason: ' ' }],
  ['until', { until: inHours(-1) }],
  ['until', { until: inHours(24 * 400) }],
  ['until', { until: 'tomorrow' }],
] as const)('a mute without a good %s is refused: %j', async (path, more) => {
  const refused = await muteRule(
    { organizationId, key: 'detractor', by, now: new Date() },
    { reason: 'Why', until: inHours(1), ...more },
  )
  expect(refused).toMatchObject({ error: 'invalid', errors: [{ path }] })
})

test('what isn’t there can’t be muted', async () => {
  const asked = { organizationId, by, now: new Date() }
  const good = { reason: 'Why', until: inHours(1) }
  expect(await muteRule({ ...asked, key: 'no-such-rule' }, good)).toMatchObject({ error: 'not_found' })
  expect(await muteRule({ ...asked, key: 'detractor' }, { ...good, touchpoint: 'nowhere' })).toMatchObject({ error: 'not_found' })
})
