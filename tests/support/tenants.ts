import { tagResponses } from '@/pipeline/analyze/tag-responses'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { recordEvents } from '@/pipeline/listen/record-events'
import { exportStore, fileStore } from '@/store/upload/file-store'
import { invite } from './invited'
import { newId, rowsOf } from './shop'

const tables = async (): Promise<string[]> =>
  (
    await rowsOf<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
        where c.relkind in ('r', 'p') and not c.relispartition order by 1`,
    )
  ).map(({ name }) => name)

/** Everything that an organization has, with its members' accounts, a list of rows for each table. */
export const dumpOf = async (organizationId: string): Promise<Record<string, unknown[]>> => {
  const dump: Record<string, unknown[]> = {
    organizations: await rowsOf('select to_jsonb(t) as row from organizations t where id = $1', [organizationId]),
    users: await rowsOf(
      `select to_jsonb(t) as row from users t where id in (select user_id from members where organization_id = $1) order by 1`,
      [organizationId],
    ),
  }
  for (const name of await tables())
    dump[name] = await rowsOf(`select to_jsonb(t) as row from ${name} t where organization_id = $1 order by 1`, [organizationId])
  return dump
}

/** Every id that stands in a dump. */
export const idsIn = (dump: unknown): string[] => [
  ...new Set(JSON.stringify(dump).match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g)),
]

/** Ids of one organization with something in every place where a stranger could look for it. */
export type Belongings = {
  organizationId: string
  responseId: string
  alertId: string
  deliveryId: string
  caseId: string
  caseNumber: number
  memberId: string
  userId: string
  surveyId: string
  uploadId: string
  applyId: string
  viewId: string
  removedViewId: string
  dashboardId: string
  removedDashboardId: string
  customerId: string
  eventId: string
  tagChangeId: string
  tagger: string
  exportId: string
  rebuildId: string
  muteId: string
}

/** A file of theirs, as an answer would name it. */
const upload = async (organizationId: string, surveyId: string, responseId: string): Promise<string> => {
  const id = newId()
  await rowsOf(
    `insert into uploads (organization_id, id, survey_id, question, response_id, name, size, type, stored_at)
     values ($1, $2, $3, 'photo', $4, 'theirs.txt', 6, 'text/plain', now())`,
    [organizationId, id, surveyId, responseId],
  )
  const body = async function* () {
    yield new TextEncoder().encode('theirs')
  }
  await fileStore().write({ organizationId, id }, body())
  return id
}

/** A view of theirs that everybody there sees, or one that was taken away. */
const view = async (organizationId: string, memberId: string, removedAt: Date | null): Promise<string> => {
  const id = newId()
  await rowsOf(
    `insert into saved_views (organization_id, id, member_id, kind, name, parameters, is_shared, updated_at, removed_at)
     values ($1, $2, $3, 'segment', 'words that are theirs alone', '{"where": "score.nps:lte:6"}', true, now(), $4)`,
    [organizationId, id, memberId, removedAt],
  )
  return id
}

/** A file of responses that somebody of theirs asked for, and a recount that waits. */
const longWork = async (organizationId: string, by: string): Promise<{ exportId: string; rebuildId: string }> => {
  const [exportId, fileId, rebuildId] = [newId(), newId(), newId()]
  await rowsOf(
    `insert into exports (organization_id, id, by, has_customers, asked, format, values, locale, state, total, done, bytes, file_id, finished_at, expires_at)
     values ($1, $2, $3, true, '{"timeZone": "UTC", "q": "words that are theirs alone"}', 'csv', 'codes', 'en', 'done', 1, 1, 6, $4, now(), now() + interval '7 days')`,
    [organizationId, exportId, by, fileId],
  )
  const body = async function* () {
    yield new TextEncoder().encode('theirs')
  }
  await exportStore().write({ organizationId, id: fileId }, body())
  await rowsOf('insert into rollup_rebuilds (organization_id, id, by) values ($1, $2, $3)', [organizationId, rebuildId, by])
  return { exportId, rebuildId }
}

/** A dashboard of theirs that everybody there sees, or one that was taken away. */
const dashboard = async (organizationId: string, memberId: string, removedAt: Date | null): Promise<string> => {
  const id = newId()
  await rowsOf(
    `insert into dashboards (organization_id, id, member_id, name, widgets, is_shared, updated_at, changed_by, removed_at)
     values ($1, $2, $3, '"words that are theirs alone"', '[]', true, now(), $3, $4)`,
    [organizationId, id, memberId, removedAt],
  )
  return id
}

/** A rule of theirs that is silent where it has nothing to say. */
const mute = async (organizationId: string): Promise<string> => {
  const id = newId()
  await rowsOf(
    `insert into alert_mutes (organization_id, id, rule_id, touchpoint_id, reason, until, by)
     select $1, $2, ar.id, t.id, 'a reason of theirs', now() + interval '1 day', 'ada@shop.example'
       from alert_rules ar, touchpoints t where ar.organization_id = $1 and ar.key = 'detractor' and t.organization_id = $1 and t.key = 'help'`,
    [organizationId, id],
  )
  return id
}

/** An address of theirs that takes no mail, and what came back from it. */
const refuse = async (organizationId: string): Promise<void> => {
  const values = [organizationId, 'gone@away.example', 'words that are theirs alone']
  await rowsOf('insert into refused_addresses (organization_id, address, reason) values ($1, $2, $3)', values)
  await rowsOf(`insert into bounces (organization_id, id, key, address, reason, marks) values ($1, $4, 'key', $2, $3, true)`, [
    ...values,
    newId(),
  ])
}

export const belongingsOf = async (organizationId: string, responseId: string): Promise<Belongings> => {
  const [row] = await rowsOf<
    Omit<
      Belongings,
      | 'organizationId'
      | 'responseId'
      | 'uploadId'
      | 'applyId'
      | 'viewId'
      | 'removedViewId'
      | 'dashboardId'
      | 'removedDashboardId'
      | 'customerId'
      | 'eventId'
      | 'tagChangeId'
      | 'tagger'
      | 'exportId'
      | 'rebuildId'
      | 'muteId'
    >
  >(
    `select a.id as "alertId", d.id as "deliveryId", c.id as "caseId", c.number as "caseNumber", m.id as "memberId", m.user_id as "userId",
            r.survey_id as "surveyId"
       from alerts a join responses r on r.id = a.response_id join deliveries d on d.alert_id = a.id join cases c on c.id = a.case_id join members m on m.id = c.owner_member_id
      where a.response_id = $1 limit 1`,
    [responseId],
  )
  if (!row) throw new Error('the organization has nothing to look for')
  const measured = await applyProgramme(organizationId, {
    webhooks: { erp: { url: 'https://erp.theirs.example/hook', events: [], name: 'webhook of theirs' } },
    chats: { group: { app: 'slack', url: 'https://chat.theirs.example/key', name: 'chat of theirs' } },
    rootCauses: { 'of-theirs-alone': { name: 'cause of theirs' } },
    recoveryActions: { 'of-theirs-alone': { name: 'recovery of theirs' } },
    caseMails: { 'of-theirs-alone': { name: 'mail of theirs', subject: 'mail of theirs', text: 'mail of theirs' } },
    metrics: {
      quick: { name: 'metric of theirs', of: 'mean', question: 'speed', scale: { from: 1, to: 5 } },
      whole: { name: 'index of theirs', of: 'index', parts: ['nps', 'quick'].map((metric) => ({ metric, weight: 1 })) },
      nps: { positiveFrom: 8, negativeTo: 5, reason: 'a reason of theirs' },
    },
  })
  if ('error' in measured) throw new Error(JSON.stringify(measured))
  await invite(organizationId, 'delivery', 'invited-of-theirs')
  await refuse(organizationId)
  const eventId = newId()
  await recordEvents(
    organizationId,
    [
      {
        id: eventId,
        touchpoint: 'delivery',
        customer: { externalId: 'invited-of-theirs', name: 'Mei of theirs' },
        occurredAt: '2026-01-01T00:00:00Z',
        attributes: { order: 'order-of-theirs' },
      },
    ],
    new Date(),
  )
  const [customer] = await rowsOf<{ id: string }>(
    `select id from customers where organization_id = $1 and external_id = 'invited-of-theirs'`,
    [organizationId],
  )
  if (!customer) throw new Error('the organization knows no customer')
  const [change] = await rowsOf<{ applyId: string }>(
    `select apply_id as "applyId" from programme_changes where organization_id = $1 and kind = 'touchpoints' limit 1`,
    [organizationId],
  )
  if (!change) throw new Error('nothing of the organization was written down')
  const tagger = 'theirs@shop.example'
  const tagged = await tagResponses({ organizationId, by: tagger }, { kind: 'add', name: 'tag of theirs' }, [responseId])
  if ('error' in tagged || !tagged.changeId) throw new Error('nothing of the organization was tagged')
  return {
    organizationId,
    responseId,
    tagChangeId: tagged.changeId,
    tagger,
    ...(await longWork(organizationId, tagger)),
    ...row,
    ...change,
    uploadId: await upload(organizationId, row.surveyId, responseId),
    viewId: await view(organizationId, row.memberId, null),
    removedViewId: await view(organizationId, row.memberId, new Date()),
    dashboardId: await dashboard(organizationId, row.memberId, null),
    removedDashboardId: await dashboard(organizationId, row.memberId, new Date()),
    customerId: customer.id,
    eventId,
    muteId: await mute(organizationId),
  }
}
