import type { PoolClient } from 'pg'
import { type CountedScore, foldChanges } from '@/domain/analysis/rollup'
import type { AnswerRow } from '@/domain/score/answer-rows'
import type { TextInsight } from '@/domain/text/text-insight'
import { hot, repeatable, withTransaction } from '../connection'
import { type CustomerKey, refreshStanding } from '../customer/refresh-standing'
import { announceCompleted } from '../delivery/announce-completed'
import { applyRollupChanges } from './apply-rollup-changes'
import { insertAnswers, insertScores, insertTextInsights } from './insert-scored'

/** Everything that scoring a response at a revision found out. */
export type ScoredResponse = {
  organizationId: string
  id: string
  surveyId: string
  revision: number
  submittedAt: Date
  canAlert: boolean
  /** by which the day and the channel of its scores were told */
  timeZone: string
  touchpointChannel: string
  answers: AnswerRow[]
  scores: CountedScore[]
  insights: (TextInsight & { question: string })[]
}

const keysOf = (rows: readonly { organizationId: string; id: string }[]) => [
  rows.map((row) => row.organizationId),
  rows.map((row) => row.id),
]
const wanted = 'unnest($1::uuid[], $2::uuid[]) as wanted(organization_id, id)'

type Locked = { rows: ScoredResponse[]; customers: CustomerKey[] }

/** Locks the rows that still are what was scored: a newer revision, or another worker's work, drops out here. */
const lockUnchanged = async (client: PoolClient, rows: readonly ScoredResponse[]): Promise<Locked> => {
  const locked = await hot<{ organization_id: string; id: string; customer_id: string | null }>(
    client,
    'score.lock',
    `select r.organization_id, r.id, r.customer_id from responses r
       join unnest($1::uuid[], $2::uuid[], $3::int[]) as wanted(organization_id, id, revision)
         on r.organization_id = wanted.organization_id and r.id = wanted.id and r.revision = wanted.revision
      where r.scored_revision + 0 < r.revision order by r.organization_id, r.id for update of r`,
    [...keysOf(rows), rows.map((row) => row.revision)],
  )
  const keys = new Set(locked.rows.map((row) => `${row.organization_id}/${row.id}`))
  const customers = locked.rows.flatMap(({ organization_id, customer_id }) =>
    customer_id ? [{ organizationId: organization_id, id: customer_id }] : [],
  )
  return {
    rows: rows.filter((row) => keys.has(`${row.organizationId}/${row.id}`)),
    customers: [...new Map(customers.map((customer) => [`${customer.organizationId}/${customer.id}`, customer])).values()],
  }
}

/** A score as it stands in its table. */
export type OldScore = {
  organization_id: string
  metric: string
  kind: CountedScore['kind']
  value: string
  category: CountedScore['category'] | null
  survey_id: string
  touchpoint_id: string
  channel: string
  day: string
}

export const toCounted = (score: OldScore): CountedScore => ({
  organizationId: score.organization_id,
  metric: score.metric,
  kind: score.kind,
  value: Number(score.value),
  ...(score.category === null || score.category === undefined ? {} : { category: score.category }),
  surveyId: score.survey_id,
  touchpointId: score.touchpoint_id,
  channel: score.channel,
  day: score.day,
})

/** Deletes what an earlier revision left and answers the scores it had been counted with. */
export const takeBack = async (
  client: PoolClient,
  rows: readonly { organizationId: string; id: string }[],
): Promise<CountedScore[]> => {
  const gone = (table: string, returning = '') =>
    `delete from ${table} old using ${wanted} where old.organization_id = wanted.organization_id and old.response_id = wanted.id ${returning}`
  await hot(client, 'score.take-back.answers', gone('answers'), keysOf(rows))
  await hot(client, 'score.take-back.insights', gone('text_insights'), keysOf(rows))
  const { rows: old } = await hot<OldScore>(client, 'score.take-back.scores', gone('scores', 'returning old.*'), keysOf(rows))
  return old.map(toCounted)
}

/**
 * Writes answers, scores, text insights and rollup increments of a batch in one transaction, marks each response as scored at
 * its revision, and brings what its customer's row repeats of it up to date. Exactly once a revision: what was scored meanwhile, or saved anew, is left alone. Answers the
 * responses that were written.
 */
export const saveScoredResponses = (scored: readonly ScoredResponse[]): Promise<ScoredResponse[]> =>
  withTransaction(async (client) => {
    const { rows, customers } = await lockUnchanged(client, scored)
    if (rows.length === 0) return []
    const old = await takeBack(client, rows)
    await insertAnswers(client, rows)
    await insertScores(client, rows)
    await insertTextInsights(client, rows)
    await applyRollupChanges(
      client,
      foldChanges(
        old,
        rows.flatMap((row) => row.scores),
      ),
    )
    const marked = await hot(
      client,
      'score.mark',
      `update responses r set scored_revision = wanted.revision, scored_at = clock_timestamp(),
              evaluated_revision = case when r.can_alert then r.evaluated_revision else wanted.revision end
         from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[])
                as wanted(organization_id, id, revision, time_zone, touchpoint_channel), organizations o, touchpoints t
        where r.organization_id = wanted.organization_id and r.id = wanted.id
          and o.id = r.organization_id and o.time_zone = wanted.time_zone
          and t.organization_id = r.organization_id and t.id = r.touchpoint_id and t.channel = wanted.touchpoint_channel`,
      [
        ...keysOf(rows),
        rows.map((row) => row.revision),
        rows.map((row) => row.timeZone),
        rows.map((row) => row.touchpointChannel),
      ],
    )
    // Looked at with recounts held off: one that follows such a change has seen these scores, or they are told anew.
    if (marked.rowCount !== rows.length) throw new Error('the time zone or a channel was changed while answers were scored')
    await refreshStanding(client, customers)
    await announceCompleted(
      client,
      rows.filter(({ canAlert }) => canAlert),
    )
    return rows
  }, repeatable)
