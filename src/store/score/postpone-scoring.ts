import { pool } from '../connection'

/** Lets a response whose scoring fails rest for twenty seconds before the sweep asks for it again. */
export const postponeScoring = async (organizationId: string, id: string): Promise<void> => {
  await pool().query(
    `update responses set score_due_at = now() + interval '20 seconds' where organization_id = $1 and id = $2 and scored_revision + 0 < revision`,
    [organizationId, id],
  )
}
