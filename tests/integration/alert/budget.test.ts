import { beforeAll, beforeEach, expect, test } from 'vitest'
import { deliverMessage } from '@/pipeline/act/deliver-message'
import { backTestRule } from '@/pipeline/alert/back-test-rule'
import { evaluateRules } from '@/pipeline/alert/evaluate-rules'
import { findAlerts } from '@/pipeline/alert/find-alerts'
import { findOverBudget } from '@/pipeline/alert/find-over-budget'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { exportProgramme } from '@/pipeline/design/export-programme'
import { putPolicy } from '@/pipeline/design/put-settings'
import { deleteResponse } from '@/pipeline/operate/delete-response'
import { scoreResponse } from '@/pipeline/score/score-response'
import { deliveryOf, makeDue } from '~tests/support/deliveries'
import { hear, openShop, rowsOf, shop, submit } from '~tests/support/shop'

let organizationId: string
beforeAll(async () => {
  organizationId = await openShop('budget')
})

const olga = 'olga@shop.example'
const by = 'ada@shop.example'
const severity = (one: string) =>
  applyProgramme(organizationId, { alertRules: { detractor: { ...shop.alertRules.detractor, severity: one } } })
beforeEach(async () => {
  await rowsOf('delete from digest_alerts where organization_id = $1', [organizationId])
  await rowsOf(`delete from deliveries where organization_id = $1`, [organizationId])
  await rowsOf('delete from alert_days where organization_id = $1', [organizationId])
  await rowsOf(`update users set locale = null where email = $1`, [olga])
  await putPolicy(organizationId, { alerts: { budget: { perDay: 2 } } }, by)
  await severity('medium')
})

const bad = (reason = 'Late') => hear(organizationId, 'delivery', { nps: 5, reason })
const sentFor = async (id: string) =>
  (await rowsOf<{ recipient: string }>('select recipient from deliveries where response_id = $1', [id])).length
type Row = { id: string; key: string; next_attempt_at: Date; alerts: number; recipient: string }
const digests = () =>
  rowsOf<Row>(
    `select d.id, d.key, d.next_attempt_at, d.recipient, (select count(*)::int from digest_alerts i where i.delivery_id = d.id) as alerts
       from deliveries d where d.organization_id = $1 and d.kind = 'digest' order by d.next_attempt_at`,
    [organizationId],
  )
const send = async (id: string) => {
  await makeDue(id)
  await deliverMessage({ organizationId, id })
  return deliveryOf(id)
}
const only = <T>([one, ...others]: readonly T[]): T => {
  if (one === undefined || others.length > 0) throw new Error(`not one: ${1 + others.length}`)
  return one
}

test('without a budget every alert is told at once, and nothing is counted', async () => {
  await putPolicy(organizationId, { alerts: {} }, by)
  expect([await sentFor(await bad()), await sentFor(await bad()), await sentFor(await bad())]).toEqual([1, 1, 1])
  expect(await digests()).toEqual([])
  expect(await findOverBudget(organizationId)).toMatchObject({ perDay: null, items: [] })
})

test('what is over the budget waits in one digest, with its alert and case there; urgent ones go at once and count', async () => {
  await severity('high')
  expect(await sentFor(await bad())).toBe(1)
  await severity('low')
  expect(await sentFor(await bad())).toBe(1)
  const held = await bad()
  expect(await sentFor(held)).toBe(0)
  await bad()
  await severity('critical')
  expect(await sentFor(await bad())).toBe(1)
  expect(only(await digests())).toMatchObject({ alerts: 2, recipient: olga })
  const alerts = await rowsOf('select case_id from alerts where response_id = $1 and status = $2 and case_id is not null', [
    held,
    'raised',
  ])
  expect(alerts).toHaveLength(1)
  const listed = (await findAlerts({ organizationId, limit: 5 })).items
  expect(listed.find(({ responseId }) => responseId === held)).toMatchObject({ isInDigest: true, deliveries: 0 })
})

test('side by side exactly the budget is sent and the rest is held, whatever is judged twice', async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, () => submit('delivery', { nps: 4 })))
  for (const id of ids) await scoreResponse({ organizationId, id })
  const judge = () => Promise.all(ids.map((id) => evaluateRules({ organizationId, id })))
  await Promise.all([judge(), judge()])
  const sent = await rowsOf(`select 1 from deliveries where response_id = any($1::uuid[])`, [ids])
  expect([sent.length, only(await digests()).alerts]).toEqual([2, 8])
})

test('the digest lists each case once with its words, score and links, in the owner’s language, HTML and text', async () => {
  await rowsOf(`update users set locale = 'zh-CN' where email = $1`, [olga])
  await bad()
  await bad()
  await bad('箱子破了 <b>')
  await bad('三天没人接电话')
  const { id } = only(await digests())
  const { subject, text, html, status } = await send(id)
  expect(status).toBe('sent')
  expect(subject).toMatch(/有 2 条预警 · Shop$/)
  for (const words of ['“箱子破了 <b>”', '“三天没人接电话”', '▼ 5/10', '中', '/cases/', '/a/']) expect(text).toContain(words)
  expect(html).toContain('箱子破了 &lt;b&gt;')
  expect(html).toContain('lang="zh-CN"')
  expect(text?.match(/\/cases\/\d+/g)).toHaveLength(2)
})

test('a digest that has left is never sent again; what comes afterwards is in the next day’s', async () => {
  for (let time = 0; time < 3; time++) await bad()
  const { id, next_attempt_at: at } = only(await digests())
  const sent = await send(id)
  await deliverMessage({ organizationId, id })
  expect(await deliveryOf(id)).toEqual(sent)
  await bad()
  const next = (await digests()).find((one) => one.id !== id)
  expect(next?.alerts).toBe(1)
  const days = ((next?.next_attempt_at.getTime() ?? 0) - at.getTime()) / 86_400_000
  expect(Math.round(days)).toBe(1)
})

test('it leaves at the hour that is set, in the owner’s own time zone', async () => {
  const put = (timeZone: string | null) =>
    applyProgramme(organizationId, { members: { [olga]: { name: 'Olga', role: 'owner', timeZone } } })
  await put('Asia/Shanghai')
  for (let time = 0; time < 3; time++) await bad()
  await put(null)
  const { next_attempt_at: at } = only(await digests())
  expect(at.toISOString().slice(11, 16)).toBe('09:00')
  expect(at.getTime()).toBeGreaterThan(Date.now())
  expect(at.getTime()).toBeLessThan(Date.now() + 86_400_000)
})

test('the words of a deleted response leave the digest, written or not', async () => {
  await bad()
  await bad()
  const [kept, gone] = [await bad('Stays'), await bad('Goes away')]
  const { id } = only(await digests())
  await deleteResponse({ organizationId, id: gone, by })
  const { text } = await send(id)
  expect(text).toContain('Stays')
  expect(text).not.toContain('Goes away')
  await deleteResponse({ organizationId, id: kept, by })
  expect(await deliveryOf(id)).toMatchObject({ subject: null, text: null, html: null, status: 'sent' })
})

test('who is over is shown with what waits and when it leaves', async () => {
  for (let time = 0; time < 5; time++) await bad()
  const { perDay, items } = await findOverBudget(organizationId)
  const { next_attempt_at: leavesAt } = only(await digests())
  expect(perDay).toBe(2)
  expect(items).toEqual([{ email: olga, name: 'Olga', perDay: 2, told: 5, held: 3, daysOver: 1, waiting: 3, leavesAt }])
})

test('a back-test tells on how many days a rule alone is over the budget, and what would have waited', async () => {
  const days = 1
  const test = async (more: object) => {
    const rule = { ...shop.alertRules.detractor, ...more }
    const tested = await backTestRule({ organizationId, rule, days, now: new Date() })
    if ('error' in tested) throw new Error(JSON.stringify(tested))
    return only(tested.perOwner)
  }
  const { fired, overBudget } = await test({ severity: 'medium' })
  expect(overBudget).toEqual({ days: 1, held: fired - 2 })
  expect((await test({ severity: 'high' })).overBudget).toEqual({ days: 1, held: 0 })
  await putPolicy(organizationId, { alerts: {} }, by)
  expect((await test({})).overBudget).toBeNull()
})

test('a person’s own budget goes before the organization’s, and holds where that has none', async () => {
  const own = (alertsPerDay: number | null) =>
    applyProgramme(organizationId, { members: { [olga]: { name: 'Olga Owner', role: 'owner', alertsPerDay } } })
  await own(1)
  expect([await sentFor(await bad()), await sentFor(await bad())]).toEqual([1, 0])
  expect(await findOverBudget(organizationId)).toMatchObject({ perDay: 2, items: [{ email: olga, perDay: 1, told: 2, held: 1 }] })
  await putPolicy(organizationId, { alerts: {} }, by)
  const held = await bad()
  expect(await sentFor(held)).toBe(0)
  // Without a budget of the organization digests leave at its usual time.
  expect(only(await digests())).toMatchObject({ alerts: 2, recipient: olga })
  expect(await findOverBudget(organizationId)).toMatchObject({
    perDay: null,
    items: [{ perDay: 1, told: 3, held: 2, waiting: 2 }],
  })
  const found = await backTestRule({ organizationId, key: 'detractor', days: 1, now: new Date() })
  if ('error' in found) throw new Error(found.error)
  const [ofOlga] = found.perOwner
  expect(ofOlga?.overBudget).toEqual({ days: 1, held: (ofOlga?.fired ?? 0) - 1 })
  expect((await exportProgramme(organizationId)).members?.[olga]).toMatchObject({ alertsPerDay: 1 })
  await own(null)
  expect(await sentFor(await bad())).toBe(1)
  expect((await exportProgramme(organizationId)).members?.[olga]).not.toHaveProperty('alertsPerDay')
})
