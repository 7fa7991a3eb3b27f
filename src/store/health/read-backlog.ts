import { pool } from '../connection'

export interface Backlog {
  /** responses that owe scores now */
  unscored: number
  /** how long the oldest of them has been due, in seconds; 0 without any */
  oldestSeconds: number
  /** deliveries by status, without sent ones */
  deliveries: Record<string, number>
  /** an email's last attempt failed and it waits for the next */
  isMailFailing: boolean
}

/** What waits in all organizations together: counts only, for the operator and the metrics. */
export const readBacklog = async (): Promise<Backlog> => {
  const { rows } = await pool().query<{
    unscored: number
    oldestSeconds: number
    deliveries: Record<string, number>
    isMailFailing: boolean
  }>(
    `with due as (
       select count(*)::int as unscored, coalesce(extract(epoch from now() - min(score_due_at)), 0)::float as oldest
       from responses where scored_revision < revision and score_due_at <= now()
     ), waiting as (
       select status, count(*)::int as count from deliveries where status in ('pending', 'sending', 'retrying', 'dead') group by status
     )
     select unscored, oldest as "oldestSeconds",
            (select coalesce(json_object_agg(status, count), '{}') from waiting) as deliveries,
            exists (select 1 from deliveries where status = 'retrying' and channel = 'email') as "isMailFailing"
     from due`,
  )
  const [row] = rows
  if (!row) throw new Error('the backlog query gave no row')
  return row
}
