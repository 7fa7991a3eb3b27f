import { beforeAll, expect, test } from 'vitest'
import type { Rule } from '@/domain/alert/rule'
import { isFailure } from '@/domain/errors'
import { getAlertRule } from '@/pipeline/design/alert-rules'
import { getRuleChoices } from '@/pipeline/design/get-rule-choices'
import { listChanges } from '@/pipeline/design/list-changes'
import { removeObject } from '@/pipeline/design/remove-object'
import { saveAlertRule, switchAlertRule } from '@/pipeline/design/save-alert-rule'
import { undoChanges } from '@/pipeline/design/undo-changes'
import { openShop } from '~tests/support/shop'

let organizationId: string
beforeAll(async () => {
  organizationId = await openShop('rules')
})

const by = 'ada@shop.example'
const late = {
  name: { en: 'Late parcels!', 'zh-CN': '延误' },
  when: { field: 'score.nps', op: 'lte', value: 6 },
  severity: 'high',
  notify: [{ to: 'touchpoint_owner' }],
}
const write = (given: { key?: string; seen?: unknown; rule: unknown }) => saveAlertRule({ organizationId, by, ...given })
const stored = async (key: string): Promise<Rule> => {
  const found = await getAlertRule(organizationId, key)
  if (!found) throw new Error(`there is no rule ${key}`)
  return found.rule
}

test('a new rule’s key is made from its name; a second one of that name gets a number', async () => {
  expect(await write({ rule: late })).toEqual({ saved: 'late-parcels' })
  expect(await write({ rule: late })).toEqual({ saved: 'late-parcels-2' })
  expect(await write({ rule: { ...late, name: '延误' } })).toEqual({ saved: 'rule' })
})

test('a rule that somebody else changed meanwhile isn’t overwritten', async () => {
  const seen = await stored('late-parcels')
  await write({ key: 'late-parcels', seen, rule: { ...seen, severity: 'critical' } })
  expect(await write({ key: 'late-parcels', seen, rule: { ...seen, openCase: false } })).toMatchObject({ error: 'conflict' })
  expect(await stored('late-parcels')).toMatchObject({ severity: 'critical', openCase: true })
})

test('what is wrong is said at its place in the rule', async () => {
  const refused = await write({ rule: { ...late, touchpoints: ['nowhere'], when: { field: 'score.nps', op: 'lte' } } })
  expect(isFailure(refused) && refused.errors).toEqual([{ path: 'when.value', message: '"lte" needs a value' }])
  const missing = await write({ rule: { ...late, touchpoints: ['nowhere'] } })
  expect(isFailure(missing) && missing.errors).toEqual([{ path: 'touchpoints', message: 'there is no touchpoint "nowhere"' }])
})

test('switching a rule changes nothing else of it, and is written down', async () => {
  const before = await stored('late-parcels-2')
  await switchAlertRule(organizationId, 'late-parcels-2', false, by)
  expect(await stored('late-parcels-2')).toEqual({ ...before, enabled: false })
  const [latest] = await listChanges(organizationId, 'alertRules', 'late-parcels-2')
  expect(latest).toMatchObject({ by, before: { enabled: true }, after: { enabled: false } })
  expect(await switchAlertRule(organizationId, 'no-such-rule', true, by)).toMatchObject({ error: 'not_found' })
})

test('a deleted rule comes back as it was', async () => {
  const before = await stored('late-parcels')
  const removed = await removeObject(organizationId, 'alertRules', 'late-parcels', by)
  expect(await getAlertRule(organizationId, 'late-parcels')).toBeUndefined()
  if (isFailure(removed)) throw new Error(removed.detail)
  await undoChanges(organizationId, removed.applyId, by)
  expect(await stored('late-parcels')).toEqual(before)
})

test('a rule can be about what the surveys ask, and tell whoever is there', async () => {
  const { asked, recipients, touchpoints } = await getRuleChoices(organizationId)
  expect(touchpoints.map(({ key }) => key)).toContain('delivery')
  expect(asked.find(({ touchpoint }) => touchpoint === 'delivery')?.pages[0]?.questions[0]).toMatchObject({ kind: 'nps' })
  expect(recipients.map(({ value }) => value)).toContain(by)
})
