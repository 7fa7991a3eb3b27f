import type { PoolClient } from 'pg'
import { hot } from '../connection'
import type { NewResponse } from './save-responses'

const nameOf = (surveyId: string, quota: string): string => `${surveyId}/${quota}`
const isCounted = ({ status, quotas }: NewResponse): boolean => status === 'completed' && quotas.length > 0
/** It takes no place, and is told as soon as there is none left for it. */
const isScreened = ({ status, quotas }: NewResponse): boolean => status === 'partial' && quotas.length > 0

/** Every survey whose quotas are at stake is this transaction's alone until it ends, so that counting and taking are one. */
const lockSurveys = (client: PoolClient, rows: readonly NewResponse[]) =>
  hot(
    client,
    'quota.lock',
    `select 1 from surveys where (organization_id, id) in (select * from unnest($1::uuid[], $2::uuid[]))
      order by organization_id, id for no key update`,
    [rows.map((row) => row.organizationId), rows.map((row) => row.surveyId)],
  )

/** Of the responses named, those that have ended already: they hold their places, or need none. */
const findEnded = async (client: PoolClient, rows: readonly NewResponse[]): Promise<Set<string>> => {
  const { rows: ended } = await hot<{ id: string }>(
    client,
    'quota.ended',
    `select r.id from responses r join unnest($1::uuid[], $2::uuid[]) as wanted(organization_id, id) using (organization_id, id)
      where r.status <> 'partial'`,
    [rows.map((row) => row.organizationId), rows.map((row) => row.id)],
  )
  return new Set(ended.map(({ id }) => id))
}

const countTaken = async (client: PoolClient, rows: readonly NewResponse[]): Promise<Map<string, number>> => {
  const wanted = rows.flatMap((row) => row.quotas.map(({ key }) => ({ ...row, quota: key })))
  const { rows: counts } = await hot<{ survey_id: string; quota: string; count: number }>(
    client,
    'quota.count',
    `select p.survey_id, p.quota, count(*)::int as count from quota_places p
       join (select distinct * from unnest($1::uuid[], $2::uuid[], $3::text[])) as wanted(organization_id, survey_id, quota)
      using (organization_id, survey_id, quota) group by 1, 2`,
    [wanted.map((row) => row.organizationId), wanted.map((row) => row.surveyId), wanted.map(({ quota }) => quota)],
  )
  return new Map(counts.map(({ survey_id, quota, count }) => [nameOf(survey_id, quota), count]))
}

const takePlaces = (client: PoolClient, placed: readonly NewResponse[]) => {
  const places = placed.flatMap((row) => row.quotas.map(({ key }) => ({ ...row, quota: key })))
  return hot(
    client,
    'quota.take',
    `insert into quota_places (organization_id, survey_id, quota, response_id)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[])`,
    [
      places.map((row) => row.organizationId),
      places.map((row) => row.surveyId),
      places.map(({ quota }) => quota),
      places.map((row) => row.id),
    ],
  )
}

/** They have ended, so what they were counted with is due to be taken back. */
const refuse = (client: PoolClient, refused: readonly NewResponse[]) =>
  hot(
    client,
    'quota.refuse',
    `update responses r set status = 'disqualified', ended_by = 'quota_full', can_alert = false,
            score_due_at = least(r.score_due_at, clock_timestamp())
       from unnest($1::uuid[], $2::uuid[]) as refused(organization_id, id)
      where r.organization_id = refused.organization_id and r.id = refused.id`,
    [refused.map((row) => row.organizationId), refused.map((row) => row.id)],
  )

/**
 * Opens the quotas of the responses that are about to be written. `take`, after the writing, gives each newly completed one
 * of those written its places and answers the responses for which one of their quotas is full: these are disqualified, partial
 * ones too. Exact under any concurrency: no quota ever holds more than its limit.
 */
export const openQuotas = async (client: PoolClient, rows: readonly NewResponse[]) => {
  const counted = rows.filter(isCounted)
  if (counted.length > 0) await lockSurveys(client, counted)
  const ended = counted.length > 0 ? await findEnded(client, counted) : new Set()
  return {
    take: async (written: readonly NewResponse[]): Promise<NewResponse[]> => {
      const due = written.filter((row) => (isCounted(row) && !ended.has(row.id)) || isScreened(row))
      if (due.length === 0) return []
      const taken = await countTaken(client, due)
      const refused: NewResponse[] = []
      const placed = due.filter((row) => {
        const names = row.quotas.map(({ key, limit }) => ({ name: nameOf(row.surveyId, key), limit }))
        const isFree = names.every(({ name, limit }) => (taken.get(name) ?? 0) < limit)
        if (!isFree) refused.push(row)
        if (!isFree || isScreened(row)) return false
        for (const { name } of names) taken.set(name, (taken.get(name) ?? 0) + 1)
        return true
      })
      if (placed.length > 0) await takePlaces(client, placed)
      if (refused.length > 0) await refuse(client, refused)
      return refused
    },
  }
}
