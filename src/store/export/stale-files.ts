import { pool } from '../connection'

export type StaleFile = { organizationId: string; id: string; fileId: string }

/** Ends exports whose days are over, and answers files that nobody is to have any more: expired, cancelled, or of a failed attempt. */
export const takeStaleFiles = async (limit: number): Promise<StaleFile[]> => {
  await pool().query(`update exports set state = 'expired' where state = 'done' and file_id is not null and expires_at < now()`)
  const { rows } = await pool().query<StaleFile>(
    `select organization_id as "organizationId", id, file_id as "fileId" from exports
      where file_id is not null and state in ('expired', 'cancelled', 'failed') limit $1`,
    [limit],
  )
  return rows
}

/** Notes that the file is gone. */
export const forgetFile = async ({ organizationId, id, fileId }: StaleFile): Promise<void> => {
  await pool().query('update exports set file_id = null where organization_id = $1 and id = $2 and file_id = $3', [
    organizationId,
    id,
    fileId,
  ])
}
