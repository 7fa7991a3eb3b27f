import { pool } from '../connection'

/** What an organization's rows still owe: counts, and how long the oldest has waited. */
export type DueWork = { unscored: number; unevaluated: number; oldestSeconds: number }

export const dueWork = async (organizationId: string, now: Date): Promise<DueWork> => {
  const { rows } = await pool().query<DueWork>(
    `with unscored as (
       select score_due_at as at from responses where organization_id = $1 and scored_revision < revision and score_due_at <= $2
     ), unevaluated as (
       select scored_at as at from responses where organization_id = $1 and evaluated_revision < scored_revision
     )
     select (select count(*)::int from unscored) as unscored, (select count(*)::int from unevaluated) as unevaluated,
            coalesce(extract(epoch from $2 - least((select min(at) from unscored), (select min(at) from unevaluated))), 0)::float8 as "oldestSeconds"`,
    [organizationId, now],
  )
  return rows[0] ?? { unscored: 0, unevaluated: 0, oldestSeconds: 0 }
}
