import { beforeAll, beforeEach, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { deliverMessage } from '@/pipeline/act/deliver-message'
import { evaluateRules } from '@/pipeline/alert/evaluate-rules'
import { findAlerts } from '@/pipeline/alert/find-alerts'
import { findTroubledRules } from '@/pipeline/alert/find-troubled-rules'
import { muteRule } from '@/pipeline/alert/mute-rule'
import { watchRule, watchRules } from '@/pipeline/alert/watch-rules'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { exportProgramme } from '@/pipeline/design/export-programme'
import { putPolicy } from '@/pipeline/design/put-settings'
import { importResponses } from '@/pipeline/listen/import-responses'
import { scoreResponse } from '@/pipeline/score/score-response'
import { claimWatchedRules } from '@/store/rule/claim-watched'
import { deliveryOf } from '~tests/support/deliveries'
import { invite } from '~tests/support/invited'
import { hear, openShop, rowsOf, shop } from '~tests/support/shop'

let organizationId: string
beforeAll(async () => {
  organizationId = await openShop('watched')
})

const [ada, olga] = ['ada@shop.example', 'olga@shop.example']
const dayMs = 86_400_000

/** The one rule about more than answers that is there. */
const only = async (about: object, more: object = {}) => {
  await rowsOf(`delete from alert_mutes where organization_id = $1`, [organizationId])
  await rowsOf(
    `update alert_rules set is_enabled = false, definition = definition || '{"enabled": false}' where organization_id = $1`,
    [organizationId],
  )
  const rule = { name: 'Watch', severity: 'high', notify: [{ to: 'touchpoint_owner' }], about, ...more }
  const applied = await applyProgramme(organizationId, { alertRules: { watch: rule } })
  if ('error' in applied) throw new Error(JSON.stringify(applied))
  await rowsOf(`update alert_rules set created_at = now() - interval '100 days' where organization_id = $1`, [organizationId])
}
beforeEach(async () => {
  await rowsOf('delete from digest_alerts where organization_id = $1', [organizationId])
  await rowsOf('delete from deliveries where organization_id = $1', [organizationId])
  await rowsOf('delete from alerts where organization_id = $1', [organizationId])
  await putPolicy(organizationId, { alerts: {} }, ada)
})

/** Looks at every rule, whenever it was last looked at. */
const look = async () => {
  await rowsOf('update alert_rules set watched_at = null where organization_id = $1', [organizationId])
  await watchRules()
}
type Told = { id: string; recipient: string; kind: string; case_id: string | null; touchpoint: string | null; subject: string }
const raised = () =>
  rowsOf<Told>(
    `select d.id, d.recipient, a.finding ->> 'kind' as kind, a.case_id, t.key as touchpoint, a.subject
       from alerts a left join deliveries d on d.alert_id = a.id left join touchpoints t on t.id = a.touchpoint_id
      where a.organization_id = $1 order by a.raised_at, d.recipient`,
    [organizationId],
  )
const messageOf = async (id: string) => {
  await deliverMessage({ organizationId, id })
  return deliveryOf(id)
}
const only1 = <T>(found: readonly T[]): T => {
  const [one, ...others] = found
  if (one === undefined || others.length > 0) throw new Error(`not one: ${JSON.stringify(found)}`)
  return one
}

/** Imports answers of past days: [days ago, score, how many]. */
const answer = async (survey: string, given: readonly (readonly [number, number, number])[]) => {
  const responses = given.flatMap(([ago, nps, count]) =>
    Array.from({ length: count }, () => ({
      survey,
      answers: { nps },
      submittedAt: new Date(Date.now() - ago * dayMs).toISOString(),
    })),
  )
  const { ids } = await importResponses(organizationId, responses, 'none', new Date())
  for (const id of ids) if (id) await scoreResponse({ organizationId, id })
}
const before = Array.from({ length: 20 }, (_, index) => [15 + index, index % 3 === 0 ? 7 : 10, 4] as const)
const after = Array.from({ length: 10 }, (_, index) => [index, index % 3 === 0 ? 7 : 2, 4] as const)

test('an invitation that nobody answers in time is told of once, to the touchpoint’s owner, with the customer', async () => {
  await only({ kind: 'no_answer', days: 3 }, { when: { field: 'customer.tier', op: 'eq', value: 'gold' } })
  const [silent, early, plain, done] = [
    await invite(organizationId, 'delivery', 'silent'),
    await invite(organizationId, 'delivery', 'early'),
    await invite(organizationId, 'delivery', 'plain'),
    await invite(organizationId, 'delivery', 'done'),
  ]
  await rowsOf(
    `update customers set name = 'Mei Chen', attributes = '{"tier": "gold"}' where organization_id = $1 and external_id <> 'plain'`,
    [organizationId],
  )
  const sentBefore = (one: { id: string }, days: number, state = 'sent') =>
    rowsOf(
      `update invitations set sent_at = now() - make_interval(days => $2), state = $3,
              completed_at = case when $3 = 'completed' then now() - make_interval(days => $2 - 1) end where id = $1`,
      [one.id, days, state],
    )
  await sentBefore(silent, 4, 'opened')
  await sentBefore(early, 2)
  await sentBefore(plain, 4)
  await sentBefore(done, 4, 'completed')
  await Promise.all([look(), look()])
  await look()
  const told = only1(await raised())
  expect(told).toMatchObject({
    recipient: olga,
    kind: 'no_answer',
    case_id: null,
    touchpoint: 'delivery',
    subject: `invitation:${silent.id}`,
  })
  const { subject, text, html, status } = await messageOf(told.id)
  expect(status).toBe('sent')
  expect(subject).toContain('No answer for 3 days · Delivery · Mei Chen')
  expect(text).toMatch(/\/customers\/[0-9a-f-]{36}/)
  expect(html).toContain('hasn’t for 3 days')
})

test('invitations whose days were over before the rule was made, or a week ago, are left alone', async () => {
  await only({ kind: 'no_answer', days: 3 })
  const [old, older] = [await invite(organizationId, 'store', 'old'), await invite(organizationId, 'store', 'older')]
  await rowsOf(`update invitations set sent_at = now() - interval '5 days' where id = $1`, [old.id])
  await rowsOf(`update invitations set sent_at = now() - interval '11 days' where id = $1`, [older.id])
  await rowsOf(`update alert_rules set created_at = now() where organization_id = $1`, [organizationId])
  await look()
  expect((await raised()).filter(({ touchpoint }) => touchpoint === 'store')).toEqual([])
})

test('a shift is found by the shipped detection, says since when on what n and interval, and is told once a window', async () => {
  await answer('loyalty', [...before, ...after])
  await only({ kind: 'shift', againHours: 24 }, { touchpoints: ['loyalty', 'store'] })
  await Promise.all([look(), look()])
  const told = only1(await raised())
  expect(told).toMatchObject({ recipient: olga, kind: 'shift', touchpoint: 'loyalty' })
  const { subject, text } = await messageOf(told.id)
  expect(subject).toMatch(/^▼ NPS has fallen since .+ · Loyalty$/)
  expect(text).toMatch(/since .+ it has stood at .+ \(.+ to .+, n = 40\)\. In the weeks before it was .+ \(n = 80\)/)
  expect(text).toContain('/?touchpoint=loyalty')
  await rowsOf(`update alerts set raised_at = now() - interval '25 hours' where organization_id = $1`, [organizationId])
  await look()
  expect(await raised()).toHaveLength(2)
})

test('a shift under the least number of answers, or for the better where only worse counts, is no alert', async () => {
  await only({ kind: 'shift', least: 41 }, { touchpoints: ['loyalty'] })
  await look()
  expect(await raised()).toEqual([])
})

test('a standard is missed only beyond chance and with enough answers', async () => {
  const standard = (target: number) =>
    applyProgramme(organizationId, {
      touchpoints: { loyalty: { ...shop.touchpoints.loyalty, standard: { metric: 'nps', target, responseHours: 24 } } },
    })
  await standard(-90)
  await only({ kind: 'standard_missed', days: 14 }, { touchpoints: ['loyalty'] })
  await look()
  expect(await raised()).toEqual([])
  await standard(50)
  await only({ kind: 'standard_missed', days: 14, least: 41 }, { touchpoints: ['loyalty'] })
  await look()
  expect(await raised()).toEqual([])
  await only({ kind: 'standard_missed', days: 14, least: 40 }, { touchpoints: ['loyalty'] })
  await look()
  const { subject, text } = await messageOf(only1(await raised()).id)
  expect(subject).toMatch(/^▼ Standard missed · Loyalty · NPS -\d+$/)
  expect(text).toContain('Its standard is 50.')
})

test('a standard on a metric of one’s own is missed as any other, and told by its name', async () => {
  const quick = { name: { en: 'Quick enough', 'zh-CN': '够快' }, of: 'share', question: 'speed', positiveFrom: 4 }
  const standard = { metric: 'quick', target: 0.9, responseHours: 24 }
  await applyProgramme(organizationId, {
    metrics: { quick },
    touchpoints: { delivery: { ...shop.touchpoints.delivery, standard } },
  })
  for (let time = 0; time < 12; time++) await hear(organizationId, 'delivery', { nps: 9, speed: time < 2 ? 5 : 2 })
  await only({ kind: 'standard_missed', days: 14, least: 12 }, { touchpoints: ['delivery'] })
  await look()
  const { subject, text } = await messageOf(only1(await raised()).id)
  expect(subject).toMatch(/^▼ Standard missed · Delivery · Quick enough 17\s?%$/)
  expect(text).toMatch(/Its standard is 90\s?%\./)
})

test('a standard that counts too slowly keeps no other waiting, and Status tells of it until it is counted', async () => {
  const questions = [
    {
      key: 'how',
      kind: 'single_choice',
      text: 'How?',
      options: [
        { key: 'good', text: 'Good' },
        { key: 'bad', text: 'Bad' },
      ],
    },
  ]
  const applied = await applyProgramme(organizationId, {
    surveys: { store: { ...shop.surveys.store, pages: [{ questions }] } },
    metrics: { fine: { name: 'Fine', of: 'share', question: 'how', options: ['good'] } },
    touchpoints: {
      store: { ...shop.touchpoints.store, standard: { metric: 'fine', target: 0.9, responseHours: 24 } },
      loyalty: { ...shop.touchpoints.loyalty, standard: { metric: 'nps', target: 50, responseHours: 24 } },
    },
  })
  expect(isFailure(applied)).toBe(false)
  for (let time = 0; time < 12; time++) await hear(organizationId, 'store', { how: 'bad' })
  await only({ kind: 'standard_missed', days: 14, least: 10 }, { touchpoints: ['store', 'loyalty'] })
  await rowsOf('update alert_rules set watched_at = null where organization_id = $1', [organizationId])
  const [rule] = await claimWatchedRules(5)
  if (!rule) throw new Error('nothing to look at')
  await watchRule(rule, new Date(), { aloneMs: 0 })
  expect(only1(await raised())).toMatchObject({ kind: 'standard_missed', touchpoint: 'loyalty' })
  const [troubled] = await findTroubledRules(organizationId)
  expect(troubled).toMatchObject({
    ...{ key: 'watch', name: 'Watch', touchpoints: { store: 'Store' } },
    trouble: { slow: [{ touchpoint: 'store', metric: 'fine' }], isFailed: false },
  })
  await watchRule(rule, new Date(), { aloneMs: 0 })
  expect((await findTroubledRules(organizationId))[0]?.trouble.since).toBe(troubled?.trouble.since)
  await watchRule(rule, new Date())
  expect((await raised()).map(({ touchpoint }) => touchpoint)).toEqual(['loyalty', 'store'])
  expect(await findTroubledRules(organizationId)).toEqual([])
})

test('a share of cases that ran out, over the whole organization', async () => {
  await applyProgramme(organizationId, { alertRules: { detractor: shop.alertRules.detractor } })
  for (let time = 0; time < 4; time++) await hear(organizationId, 'delivery', { nps: 3 })
  await rowsOf(
    `insert into case_events (organization_id, case_id, sequence, type, at, by, data)
     select organization_id, id, 99, 'run_out', now(), 'system', '{}' from cases where organization_id = $1 order by number limit 2`,
    [organizationId],
  )
  const share = { kind: 'overdue_share', least: 4, percent: 50 }
  await rowsOf('delete from deliveries where organization_id = $1', [organizationId])
  await rowsOf('delete from alerts where organization_id = $1', [organizationId])
  await only(share)
  await look()
  expect(await raised()).toEqual([])
  await only({ ...share, percent: 49 })
  await look()
  const told = only1(await raised())
  // The whole organization is nobody's touchpoint: the administrators are told.
  expect(told).toMatchObject({ recipient: ada, touchpoint: null })
  const { text } = await messageOf(told.id)
  expect(text).toContain('2 of the 4 cases of the last 7 days ran out: 50%')
  expect(text).toContain('/cases?view=overdue')
})

test('messages that can’t be delivered, but not those that were called off', async () => {
  await only({ kind: 'dead_deliveries', least: 2 }, { notify: [{ to: `member:${ada}` }] })
  const die = (key: string, error: string) =>
    rowsOf(
      `insert into deliveries (organization_id, id, key, kind, channel, recipient, locale, status, last_error)
       values ($1, gen_random_uuid(), $2, 'case', 'email', 'x@shop.example', 'en', 'dead', $3)`,
      [organizationId, key, error],
    )
  await die('one', '550 no such user')
  await die('off', 'The response was deleted.')
  await look()
  expect(await raised()).toEqual([])
  await die('two', '550 no such user')
  await look()
  const { subject, text } = await messageOf(only1(await raised()).id)
  expect(subject).toBe('▼ Messages could not be delivered: 2')
  expect(text).toContain('/deliveries?view=dead')
  expect((await findAlerts({ organizationId, limit: 5 })).items[0]).toMatchObject({
    touchpointName: null,
    deliveries: 1,
    undelivered: 0,
  })
})

test('muted, it is written down once with the reason and tells nobody; over the budget it is in the digest', async () => {
  await only({ kind: 'dead_deliveries', againHours: 0.0001 }, { notify: [{ to: `member:${ada}` }], severity: 'low' })
  await rowsOf(
    `insert into deliveries (organization_id, id, key, kind, channel, recipient, locale, status)
     values ($1, gen_random_uuid(), 'dead', 'case', 'email', 'x@shop.example', 'en', 'dead')`,
    [organizationId],
  )
  await putPolicy(organizationId, { alerts: { budget: { perDay: 1 } } }, ada)
  await look()
  await rowsOf(`update alerts set raised_at = raised_at - interval '1 hour' where organization_id = $1`, [organizationId])
  await look()
  const held = await rowsOf<{ id: string }>(`select id from deliveries where organization_id = $1 and kind = 'digest'`, [
    organizationId,
  ])
  await rowsOf(`update deliveries set next_attempt_at = now() - interval '1 second' where id = $1`, [only1(held).id])
  expect((await messageOf(only1(held).id)).text).toContain('this many messages could not be delivered')
  const until = new Date(Date.now() + 3_600_000).toISOString()
  await muteRule({ organizationId, key: 'watch', by: ada, now: new Date() }, { reason: 'Known', until })
  await rowsOf(`update alerts set raised_at = raised_at - interval '1 hour' where organization_id = $1`, [organizationId])
  await look()
  const muted = await rowsOf(`select 1 from alerts where organization_id = $1 and status = 'muted' and muted_reason = 'Known'`, [
    organizationId,
  ])
  expect(muted).toHaveLength(1)
})

test('answers never ask such a rule', async () => {
  await only({ kind: 'no_answer' })
  const id = await hear(organizationId, 'delivery', { nps: 0 })
  await evaluateRules({ organizationId, id })
  expect(await raised()).toEqual([])
})

test('it goes out in the file and comes back unchanged', async () => {
  await only({ kind: 'overdue_share', percent: 33 })
  const { alertRules } = await exportProgramme(organizationId)
  expect(alertRules.watch).toMatchObject({ about: { kind: 'overdue_share', percent: 33, days: 7, least: 10 }, openCase: false })
  const again = await applyProgramme(organizationId, { alertRules })
  expect('applied' in again && again.applied.every(({ change }) => change === 'unchanged')).toBe(true)
})

test.each([
  ['when', { about: { kind: 'shift' }, when: { field: 'score.nps', op: 'lte', value: 6 } }],
  ['when', { about: { kind: 'no_answer' }, when: { field: 'answer.nps', op: 'lte', value: 6 } }],
  ['when', {}],
  ['once', { about: { kind: 'no_answer' }, once: { per: 'customer' } }],
  ['about.days', { about: { kind: 'no_answer', days: 0 } }],
])('what means nothing is refused at %s: %j', async (path, more) => {
  const refused = await applyProgramme(organizationId, { alertRules: { odd: { name: 'Odd', ...more } } })
  expect(refused).toMatchObject({
    error: expect.any(String),
    errors: [{ path: expect.stringContaining(`alertRules.odd.${path}`) }],
  })
})
