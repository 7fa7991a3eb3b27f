import { pool } from '../connection'

export type UploadRow = { id: string; name: string; size: number; type: string; responseId: string; question: string }

/** A file that is completely there. */
export const findUpload = async (organizationId: string, id: string): Promise<UploadRow | undefined> => {
  const { rows } = await pool().query<UploadRow>(
    `select id, name, size, type, response_id as "responseId", question from uploads
      where organization_id = $1 and id = $2 and stored_at is not null and removed_at is null`,
    [organizationId, id],
  )
  return rows[0]
}
