import { pool } from '../connection'

/** One organization's responses that the rules haven't judged, oldest first. */
export const findPendingEvaluations = async (organizationId: string): Promise<string[]> => {
  const { rows } = await pool().query<{ id: string }>(
    `select id from responses where organization_id = $1 and evaluated_revision < scored_revision order by submitted_at`,
    [organizationId],
  )
  return rows.map(({ id }) => id)
}

/** One organization's deliveries that nobody has tried yet, oldest first. */
export const findPendingDeliveries = async (organizationId: string): Promise<string[]> => {
  const { rows } = await pool().query<{ id: string }>(
    `select id from deliveries where organization_id = $1 and status = 'pending' order by created_at, id`,
    [organizationId],
  )
  return rows.map(({ id }) => id)
}
