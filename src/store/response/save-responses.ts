import type { PoolClient } from 'pg'
import type { Answers } from '@/domain/survey/definition'
import { hot, pool, withTransaction } from '../connection'
import { openQuotas } from './quota-places'
import { refuseDeleted } from './refuse-deleted'

/** How a disqualified response ended. */
export type EndedBy = 'logic' | 'quota_full'

/** A checked submission, ready to be kept. Times are those of its arrival, or of the past for imported answers. */
export type NewResponse = {
  organizationId: string
  id: string
  surveyId: string
  version: number
  touchpointId: string
  customerId: string | null
  status: 'partial' | 'completed' | 'disqualified'
  endedBy: EndedBy | null
  /** that a completed response counts towards, each with its limit; of a partial one those that it surely will */
  quotas: readonly { key: string; limit: number }[]
  revision: number
  canAlert: boolean
  /** what speaks against it (domain/response/quality) */
  quality?: readonly string[]
  answers: Answers
  locale: string | null
  channel: string | null
  source: string | null
  context: Readonly<Record<string, unknown>>
  startedAt: Date | null
  submittedAt: Date
  scoreDueAt: Date
}

export type SavedResponse = {
  /** `deleted`: its id was taken by a response that was deleted, and nothing was kept */
  outcome: 'created' | 'saved' | 'unchanged' | 'deleted'
  surveyId: string
  revision: number
  status: string
  endedBy: EndedBy | null
}

/** Whether a save changed what is stored. */
export const wasWritten = (saved: SavedResponse | undefined): boolean =>
  saved?.outcome === 'created' || saved?.outcome === 'saved'

const columns: [name: string, type: string, value: (row: NewResponse) => unknown][] = [
  ['organization_id', 'uuid', (row) => row.organizationId],
  ['id', 'uuid', (row) => row.id],
  ['survey_id', 'uuid', (row) => row.surveyId],
  ['version', 'int', (row) => row.version],
  ['touchpoint_id', 'uuid', (row) => row.touchpointId],
  ['customer_id', 'uuid', (row) => row.customerId],
  ['status', 'text', (row) => row.status],
  ['ended_by', 'text', (row) => row.endedBy],
  ['revision', 'int', (row) => row.revision],
  ['can_alert', 'boolean', (row) => row.canAlert],
  ['quality', 'jsonb', (row) => JSON.stringify(row.quality ?? [])],
  ['answers', 'jsonb', (row) => JSON.stringify(row.answers)],
  ['locale', 'text', (row) => row.locale],
  ['channel', 'text', (row) => row.channel],
  ['source', 'text', (row) => row.source],
  ['context', 'jsonb', (row) => JSON.stringify(row.context)],
  ['started_at', 'timestamptz', (row) => row.startedAt],
  ['submitted_at', 'timestamptz', (row) => row.submittedAt],
  ['score_due_at', 'timestamptz', (row) => row.scoreDueAt],
]

const names = columns.map(([name]) => name).join(', ')
/** What is due is due by the database's clock: the worker asks by it, and this process's may run ahead. */
const dueAt = `case when new.status <> 'partial' then least(new.score_due_at, clock_timestamp()) else new.score_due_at end`
const kept = names.replace('score_due_at', dueAt)
const source = `unnest(${columns.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')}) as new(${names})`
const valuesOf = (rows: readonly NewResponse[]) => columns.map(([, , value]) => rows.map(value))

/** `accepted_at` is the database's word: the moment of writing, not of arriving. */
const insertNew = `
  insert into responses (${names}, accepted_at) select ${kept}, clock_timestamp() from ${source}
  on conflict do nothing returning organization_id, id`

/**
 * A newer revision replaces the answers. What has ended stays as it ended: a late partial save changes nothing, and who was
 * turned away can't come back with other answers. The arrival that counts is that of the save that completed it.
 */
const saveNewer = `
  update responses old set
    version = new.version, status = new.status, ended_by = new.ended_by, revision = new.revision, answers = new.answers,
    locale = coalesce(new.locale, old.locale), channel = coalesce(new.channel, old.channel), source = coalesce(new.source, old.source),
    context = case when (select count(*) from jsonb_object_keys(old.context || new.context)) <= 100 then old.context || new.context
                   else new.context end, started_at = least(old.started_at, new.started_at),
    customer_id = coalesce(old.customer_id, new.customer_id),
    submitted_at = case when old.status <> 'partial' then old.submitted_at else new.submitted_at end,
    accepted_at = case when old.status <> 'partial' then old.accepted_at else clock_timestamp() end,
    score_due_at = ${dueAt},
    can_alert = new.can_alert and not old.quality ? 'honeypot',
    quality = (select coalesce(jsonb_agg(distinct flag), '[]') from jsonb_array_elements(old.quality || new.quality) as flag)
  from ${source}
  where old.organization_id = new.organization_id and old.id = new.id and old.survey_id = new.survey_id
    and old.revision < new.revision and (old.status = 'partial' or old.status = new.status)
  returning old.organization_id, old.id`

const keyOf = (row: { organizationId: string; id: string }) => `${row.organizationId}/${row.id}`

const keysIn = async (
  client: PoolClient,
  name: string,
  statement: string,
  rows: readonly NewResponse[],
): Promise<Set<string>> => {
  if (rows.length === 0) return new Set()
  const result = await hot<{ organization_id: string; id: string }>(client, name, statement, valuesOf(rows))
  return new Set(result.rows.map((row) => keyOf({ organizationId: row.organization_id, id: row.id })))
}

type Stored = {
  organization_id: string
  id: string
  survey_id: string
  revision: number
  status: string
  ended_by: EndedBy | null
}

const readStored = async (client: PoolClient, rows: readonly NewResponse[]): Promise<Map<string, Stored>> => {
  if (rows.length === 0) return new Map()
  const result = await client.query<Stored>(
    `select r.organization_id, r.id, r.survey_id, r.revision, r.status, r.ended_by from responses r
       join unnest($1::uuid[], $2::uuid[]) as wanted(organization_id, id) using (organization_id, id)`,
    [rows.map((row) => row.organizationId), rows.map((row) => row.id)],
  )
  return new Map(result.rows.map((row) => [keyOf({ organizationId: row.organization_id, id: row.id }), row]))
}

/** As `saveNewer` would have it, had they come one after the other: what has ended stays against a newer partial save. */
const outdoes = (row: NewResponse, known: NewResponse): boolean =>
  row.status === known.status ? row.revision > known.revision : known.status === 'partial'

/** Of several saves of one response in a batch the newest is written; sorted, so that two batches can't deadlock. */
const newestOfEach = (rows: readonly NewResponse[]): NewResponse[] => {
  const newest = new Map<string, NewResponse>()
  for (const row of rows) {
    const known = newest.get(keyOf(row))
    if (!known || (row.surveyId === known.surveyId && outdoes(row, known))) newest.set(keyOf(row), row)
  }
  return [...newest.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/**
 * Keeps a batch of submissions, durably, each under its own organization. Answers one result for each, in order, after
 * the commit. A response's id is the client's, so sending it again is the same row.
 */
export const saveResponses = async (rows: readonly NewResponse[]): Promise<SavedResponse[]> => {
  const distinct = newestOfEach(rows)
  const [created, saved, deleted, stored] = await withTransaction(async (client) => {
    const places = await openQuotas(client, distinct)
    const createdKeys = await keysIn(client, 'accept.insert', insertNew, distinct)
    const deletedKeys = new Set<string>()
    for (const row of await refuseDeleted(
      client,
      distinct.filter((one) => createdKeys.has(keyOf(one))),
    )) {
      createdKeys.delete(keyOf(row))
      deletedKeys.add(keyOf(row))
    }
    const again = distinct.filter((row) => !createdKeys.has(keyOf(row)) && !deletedKeys.has(keyOf(row)))
    const savedKeys = await keysIn(client, 'accept.save', saveNewer, again)
    const refused = await places.take(distinct.filter((row) => createdKeys.has(keyOf(row)) || savedKeys.has(keyOf(row))))
    const known = await readStored(client, [...again, ...refused])
    // It was there when it was to be inserted, and isn't any more: it was deleted in between.
    for (const row of again) if (!known.has(keyOf(row))) deletedKeys.add(keyOf(row))
    return [createdKeys, savedKeys, deletedKeys, known] as const
  })
  const writtenOf = new Map(distinct.map((row) => [keyOf(row), row]))
  return rows.map((row) => {
    const key = keyOf(row)
    const written = writtenOf.get(key) ?? row
    const isWritten = written === row
    const { surveyId, revision, status, endedBy } = written
    const now = stored.get(key) ?? { survey_id: surveyId, revision, status, ended_by: endedBy }
    if (deleted.has(key)) return { outcome: 'deleted', surveyId, revision, status, endedBy }
    const outcome = !isWritten ? 'unchanged' : created.has(key) ? 'created' : saved.has(key) ? 'saved' : 'unchanged'
    return { outcome, surveyId: now.survey_id, revision: now.revision, status: now.status, endedBy: now.ended_by }
  })
}

/** Completed responses and idle partials whose scores are overdue: what a lost job left behind. */
export const findUnscored = async (
  limit: number,
  lateSeconds = 3,
): Promise<{ organizationId: string; id: string; revision: number }[]> => {
  const { rows } = await pool().query<{ organization_id: string; id: string; revision: number }>(
    `select organization_id, id, revision from responses
      where scored_revision < revision and score_due_at < now() - make_interval(secs => $2) order by score_due_at limit $1`,
    [limit, lateSeconds],
  )
  return rows.map((row) => ({ organizationId: row.organization_id, id: row.id, revision: row.revision }))
}
