import { beforeAll, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { exportProgramme } from '@/pipeline/design/export-programme'
import { listChanges } from '@/pipeline/design/list-changes'
import { planProgramme } from '@/pipeline/design/plan-programme'
import { putObject } from '@/pipeline/design/put-object'
import { removeObject } from '@/pipeline/design/remove-object'
import { publishSurvey } from '@/pipeline/design/survey-programme'
import { undoChanges } from '@/pipeline/design/undo-changes'
import { acceptResponse } from '@/pipeline/listen/accept-response'
import { hear, newId, openShop, rowsOf, shop } from '~tests/support/shop'

let organizationId: string
beforeAll(async () => {
  organizationId = await openShop('changes')
})

const ada = { by: 'ada@shop.example' }
const place = (more: object = {}) => ({ ...shop.touchpoints.delivery, ...more })
const apply = async (programme: object) => {
  const applied = await applyProgramme(organizationId, programme, ada)
  if (isFailure(applied)) throw new Error(JSON.stringify(applied))
  return applied
}
const stored = async (key: string) => (await exportProgramme(organizationId)).touchpoints[key]

test('a touchpoint’s history says who changed its standard, when, and what it was before', async () => {
  await apply({ touchpoints: { delivery: place({ standard: { metric: 'nps', target: 30 } }) } })
  await putObject(organizationId, 'touchpoints', 'delivery', place({ standard: { metric: 'nps', target: 40 } }), 'api:shop')
  await apply({ touchpoints: { delivery: place({ standard: { metric: 'nps', target: 40 } }) } })
  const changes = await listChanges(organizationId, 'touchpoints', 'delivery')
  expect(changes.map(({ version, by, byName }) => [version, by, byName])).toEqual([
    [3, 'api:shop', null],
    [2, 'ada@shop.example', 'Ada Admin'],
    [1, 'system', null],
  ])
  expect(changes[0]).toMatchObject({ before: { standard: { target: 30 } }, after: { standard: { target: 40 } } })
  expect(changes[2]).toMatchObject({ before: null })
})

test('a rule’s changes carry its versions, its end too', async () => {
  const { 'help-low': rule } = shop.alertRules
  await apply({ alertRules: { 'help-low': { ...rule, severity: 'critical' } } })
  await removeObject(organizationId, 'alertRules', 'help-low', 'ada@shop.example')
  await apply({ alertRules: { 'help-low': rule } })
  const changes = await listChanges(organizationId, 'alertRules', 'help-low')
  expect(changes.map(({ version, before, after }) => [version, before === null, after === null])).toEqual([
    [4, true, false],
    [3, false, true],
    [2, false, false],
    [1, true, false],
  ])
})

test('publishing is written down with its version; saving a draft isn’t', async () => {
  await apply({ surveys: { store: { ...shop.surveys.store, title: 'Tell us more', publish: false } } })
  await publishSurvey(organizationId, 'store', 'ada@shop.example')
  const changes = await listChanges(organizationId, 'surveys', 'store')
  expect(changes.map(({ version, by }) => [version, by])).toEqual([
    [2, 'ada@shop.example'],
    [1, 'system'],
  ])
})

test.each(['teams', 'surveys', 'touchpoints', 'metrics', 'members'] as const)(
  'a name that no record can hold is no key of %s, and nobody is told that it was saved',
  async (kind) => {
    expect(await putObject(organizationId, kind, '__proto__', {}, 'api:shop')).toMatchObject({ error: 'invalid' })
  },
)

test('what is refused leaves no trace', async () => {
  const before = await rowsOf('select count(*) from programme_changes')
  const refused = await applyProgramme(organizationId, {
    teams: { fresh: { name: 'Fresh' } },
    touchpoints: { delivery: place({ stage: 'nowhere' }) },
  })
  expect(refused).toMatchObject({ error: 'reference_missing' })
  expect(await rowsOf('select count(*) from programme_changes')).toEqual(before)
})

test('one apply is taken back as a whole, and that can be taken back too', async () => {
  const before = await exportProgramme(organizationId)
  const { applyId } = await apply({
    journeys: {
      order: { name: 'Order', stages: [...shop.journeys.order.stages, { key: 'use', name: 'Use', phase: 'after-sale' }] },
    },
    touchpoints: {
      delivery: place({ stage: 'use', position: 0, module: 'feel' }),
      manual: place({ name: 'Manual', stage: 'use' }),
    },
  })
  const changed = await exportProgramme(organizationId)
  const undone = await undoChanges(organizationId, applyId, 'ada@shop.example')
  expect(await exportProgramme(organizationId)).toEqual(before)
  if (isFailure(undone)) throw new Error(JSON.stringify(undone))
  const redone = await undoChanges(organizationId, undone.applyId, 'ada@shop.example')
  expect(await exportProgramme(organizationId)).toEqual(changed)
  if (isFailure(redone)) throw new Error(JSON.stringify(redone))
  // Now that it was changed again, the first can't be taken back any more.
  expect(await undoChanges(organizationId, undone.applyId, 'ada@shop.example')).toMatchObject({ error: 'conflict' })
  await undoChanges(organizationId, redone.applyId, 'ada@shop.example')
  expect(await exportProgramme(organizationId)).toEqual(before)
})

test('who may take back journeys alone can’t take back teams', async () => {
  const { applyId } = await apply({ teams: { fresh: { name: 'Fresh' } } })
  const asDesigner = undoChanges(organizationId, applyId, 'grace@shop.example', ['journeys', 'touchpoints'])
  expect(await asDesigner).toMatchObject({ error: 'not_found' })
  expect(await undoChanges(organizationId, applyId, 'ada@shop.example')).toHaveProperty('applyId')
})

test('taking back never takes somebody else’s later change with it', async () => {
  const { applyId } = await apply({ touchpoints: { loyalty: { ...shop.touchpoints.loyalty, name: 'Club' } } })
  await apply({ touchpoints: { loyalty: { ...shop.touchpoints.loyalty, name: 'Club', channel: 'app' } } })
  expect(await undoChanges(organizationId, applyId, 'ada@shop.example')).toMatchObject({
    error: 'conflict',
    errors: [{ path: 'touchpoints.loyalty' }],
  })
  expect(await stored('loyalty')).toMatchObject({ name: 'Club', channel: 'app' })
})

test('an edit made from an outdated view is refused', async () => {
  const seen = await stored('help')
  await apply({ touchpoints: { help: { ...shop.touchpoints.help, name: 'Help desk' } } })
  const late = { touchpoints: { help: { ...shop.touchpoints.help, channel: 'phone' } } }
  const expected = { touchpoints: { help: seen } }
  expect(await applyProgramme(organizationId, late, { ...ada, expected })).toMatchObject({ error: 'conflict' })
  expect(await stored('help')).toMatchObject({ name: 'Help desk', channel: 'web' })
  const fresh = { touchpoints: { help: await stored('help') } }
  expect(isFailure(await applyProgramme(organizationId, late, { ...ada, expected: fresh }))).toBe(false)
})

test('a stage goes in the same apply that moves its touchpoints away, and not before', async () => {
  const two = [...shop.journeys.order.stages, { key: 'return', name: 'Return', phase: 'after-sale' }]
  await apply({
    journeys: { order: { name: 'Order', stages: two } },
    touchpoints: { help: { ...shop.touchpoints.help, stage: 'return' } },
  })
  const gone = { journeys: { order: shop.journeys.order } }
  expect(await applyProgramme(organizationId, gone)).toMatchObject({ error: 'reference_missing' })
  await apply({ ...gone, touchpoints: { help: shop.touchpoints.help } })
  expect((await exportProgramme(organizationId)).journeys.order?.stages).toHaveLength(1)
})

test('an archived touchpoint keeps its answers, takes no more, and opens again', async () => {
  const id = await hear(organizationId, 'loyalty', { nps: 9 })
  const { applyId } = await apply({ touchpoints: { loyalty: { ...shop.touchpoints.loyalty, archived: true } } })
  const send = () => acceptResponse(newId(), { survey: 'loyalty', revision: 1, answers: { nps: 3 }, completed: true }, new Date())
  expect(await send()).toMatchObject({ error: 'survey_closed' })
  expect(await rowsOf('select scored_at is not null as "isScored" from responses where id = $1', [id])).toEqual([
    { isScored: true },
  ])
  expect(await applyProgramme(organizationId, await exportProgramme(organizationId))).toMatchObject({
    applied: expect.not.arrayContaining([expect.objectContaining({ change: 'changed' })]),
  })
  await undoChanges(organizationId, applyId, 'ada@shop.example')
  expect(await send()).not.toHaveProperty('error')
})

test('only what nothing speaks of is removed', async () => {
  expect(await removeObject(organizationId, 'touchpoints', 'loyalty', 'ada@shop.example')).toMatchObject({ error: 'in_use' })
  expect(await removeObject(organizationId, 'journeys', 'order', 'ada@shop.example')).toMatchObject({ error: 'in_use' })
  expect(await removeObject(organizationId, 'teams', 'care', 'ada@shop.example')).toMatchObject({ error: 'in_use' })
  await apply({ touchpoints: { leaflet: place({ name: 'Leaflet', position: 3 }) } })
  const before = await exportProgramme(organizationId)
  const removed = await removeObject(organizationId, 'touchpoints', 'leaflet', 'ada@shop.example')
  if (isFailure(removed)) throw new Error(JSON.stringify(removed))
  expect(await stored('leaflet')).toBeUndefined()
  await undoChanges(organizationId, removed.applyId, 'ada@shop.example')
  expect(await exportProgramme(organizationId)).toEqual(before)
})

test('a team that the settings name isn’t removed, and it says where to name somebody else', async () => {
  const named = { teams: { spare: { name: 'Spare', members: [] } }, settings: { name: 'Shop' } }
  const remove = () => removeObject(organizationId, 'teams', 'spare', 'ada@shop.example')
  await apply({ ...named, settings: { ...named.settings, alerts: { fallback: 'team:spare' } } })
  expect(await remove()).toMatchObject({
    error: 'in_use',
    errors: [
      { path: 'settings.alerts.fallback', message: expect.stringContaining('name somebody else in the alert settings first') },
    ],
  })
  await apply({ settings: { ...named.settings, alerts: {}, cases: { escalation: [{ afterHours: 1, to: 'team:spare' }] } } })
  expect(await remove()).toMatchObject({ error: 'in_use', errors: [{ path: 'settings.cases.escalation[0].to' }] })
  await apply({ settings: { ...named.settings, cases: {} } })
  expect(await remove()).toMatchObject({ applyId: expect.any(String) })
})

test('a plan says what applying will do, place by place, and changes nothing', async () => {
  const before = await exportProgramme(organizationId)
  const file = {
    teams: { care: { name: 'Care', members: ['tim@shop.example'] }, night: { name: 'Night' } },
    touchpoints: { delivery: place({ channel: 'app' }), store: shop.touchpoints.store },
  }
  const planned = await planProgramme(organizationId, file)
  if (isFailure(planned)) throw new Error(JSON.stringify(planned))
  expect(planned.plan.map(({ kind, key, plan }) => `${plan} ${kind} ${key}`)).toEqual([
    'change teams care',
    'create teams night',
    'change touchpoints delivery',
    'leave touchpoints store',
  ])
  expect(planned.plan[2]?.fields).toContainEqual({ path: 'channel', before: 'web', after: 'app' })
  expect(await exportProgramme(organizationId)).toEqual(before)
  expect(
    await planProgramme(organizationId, { touchpoints: { delivery: place({ owner: 'nobody@shop.example' }) } }),
  ).toMatchObject({
    error: 'reference_missing',
    errors: [{ path: 'touchpoints.delivery.owner' }],
  })
})

test('the last administrator can’t be given another role; two can change places in one file', async () => {
  const demoted = { members: { 'ada@shop.example': { name: 'Ada Admin', role: 'viewer' } } }
  expect(await applyProgramme(organizationId, demoted)).toMatchObject({ error: 'reference_missing' })
  await apply({ members: { ...demoted.members, 'olga@shop.example': { name: 'Olga Owner', role: 'admin' } } })
  expect((await exportProgramme(organizationId)).members).toMatchObject({ 'olga@shop.example': { role: 'admin' } })
})
