import type { PoolClient } from 'pg'
import { type CountedScore, foldChanges } from '@/domain/analysis/rollup'
import { hot, withTransaction } from '../connection'
import { refreshStanding } from '../customer/refresh-standing'
import { applyRollupChanges } from '../score/apply-rollup-changes'
import { takeBack } from '../score/save-scored-responses'

export type Deletion = { organizationId: string; id: string; by: string }
export type Deleted = { id: string; scores: Record<string, number>; cases: number[] }

const lockCases = async (client: PoolClient, organizationId: string, id: string): Promise<{ id: string; number: number }[]> =>
  (
    await client.query<{ id: string; number: number }>(
      `select k.id, k.number from cases k
        where k.organization_id = $1 and k.id in (select case_id from case_responses where organization_id = $1 and response_id = $2)
        order by k.id for no key update`,
      [organizationId, id],
    )
  ).rows

type Locked = { surveyId: string; submittedAt: Date; customerId: string | null }

const lockResponse = async (client: PoolClient, organizationId: string, id: string): Promise<Locked | undefined> =>
  (
    await client.query<Locked>(
      `select survey_id as "surveyId", submitted_at as "submittedAt", customer_id as "customerId"
         from responses where organization_id = $1 and id = $2 for update`,
      [organizationId, id],
    )
  ).rows[0]

/** What goes: its marks elsewhere, the words in messages about it, and those that still wait to be sent. Its files go with the sweep. */
const loosen = async (client: PoolClient, organizationId: string, id: string): Promise<void> => {
  // A digest quotes it among others; one that still waits is written without it.
  await client.query(
    `update deliveries set subject = null, text = null, html = null
      where organization_id = $1 and id in (select i.delivery_id from alerts a
        join digest_alerts i on i.organization_id = a.organization_id and i.alert_id = a.id
        where a.organization_id = $1 and a.response_id = $2)`,
    [organizationId, id],
  )
  await client.query('update alerts set response_id = null where organization_id = $1 and response_id = $2', [organizationId, id])
  await client.query(
    `update delivery_attempts a set answer = null from deliveries d
      where d.organization_id = $1 and d.response_id = $2 and d.target_id is not null
        and a.organization_id = d.organization_id and a.delivery_id = d.id`,
    [organizationId, id],
  )
  await client.query(
    `update deliveries set response_id = null, subject = null, text = null, html = null,
            status = case when status in ('pending', 'retrying') then 'dead' else status end,
            next_attempt_at = case when status in ('pending', 'retrying') then null else next_attempt_at end,
            last_error = case when status in ('pending', 'retrying') then 'The response was deleted.' else last_error end
      where organization_id = $1 and response_id = $2`,
    [organizationId, id],
  )
  // Mails about its cases quote it too; those that still wait are written anew, without it.
  await client.query(
    `update deliveries set subject = null, text = null, html = null
      where organization_id = $1 and kind = 'case'
        and case_id in (select case_id from case_responses where organization_id = $1 and response_id = $2)`,
    [organizationId, id],
  )
  await client.query(
    'update uploads set removed_at = now() where organization_id = $1 and response_id = $2 and removed_at is null',
    [organizationId, id],
  )
}

/** In its cases' histories stands that it went, when and by whom, and what its numbers were. */
const tellCases = (client: PoolClient, organizationId: string, cases: readonly string[], by: string, data: object) =>
  client.query(
    `with counted as (update cases set event_count = event_count + 1, updated_at = now()
       where organization_id = $1 and id = any($2::uuid[]) returning id, event_count)
     insert into case_events (organization_id, case_id, sequence, type, at, by, data)
     select $1, id, event_count, 'response_deleted', clock_timestamp(), $3, $4 from counted`,
    [organizationId, cases, by, JSON.stringify(data)],
  )

const scoresOf = (scores: readonly CountedScore[]): Record<string, number> =>
  Object.fromEntries(scores.map(({ metric, value }) => [metric, value]))

/**
 * Deletes a response with its answers, scores, insights, words and tags, and takes back what it was counted with, in one transaction;
 * its id stays taken. Undefined where there is none, deleted before or never there. Cases are locked before the response, as a step
 * on a case does.
 */
export const deleteResponse = ({ organizationId, id, by }: Deletion): Promise<Deleted | undefined> =>
  withTransaction(async (client) => {
    await lockCases(client, organizationId, id)
    const found = await lockResponse(client, organizationId, id)
    if (!found) return undefined
    // One may have been opened until the response was locked.
    const cases = await lockCases(client, organizationId, id)
    const old = await takeBack(client, [{ organizationId, id }])
    await applyRollupChanges(client, foldChanges(old, []))
    await loosen(client, organizationId, id)
    const scores = scoresOf(old)
    const { surveyId, submittedAt, customerId } = found
    if (cases.length > 0)
      await tellCases(
        client,
        organizationId,
        cases.map((one) => one.id),
        by,
        { response: id, submittedAt, scores },
      )
    await client.query(
      `insert into deleted_responses (organization_id, id, survey_id, submitted_at, scores, by) values ($1, $2, $3, $4, $5, $6)`,
      [organizationId, id, surveyId, submittedAt, JSON.stringify(scores), by],
    )
    await hot(client, 'response.delete', 'delete from responses where organization_id = $1 and id = $2', [organizationId, id])
    if (customerId) await refreshStanding(client, [{ organizationId, id: customerId }])
    return { id, scores, cases: cases.map((one) => one.number) }
  })

/** Whether two transactions waited for each other, and this one was given up. */
export const isDeadlock = (error: unknown): boolean => (error as { code?: string }).code === '40P01'
