import { pool } from '../connection'

/** Whether the organization had a response of that id and deleted it. */
export const isDeletedResponse = async (organizationId: string, id: string): Promise<boolean> => {
  const { rowCount } = await pool().query('select 1 from deleted_responses where organization_id = $1 and id = $2', [
    organizationId,
    id,
  ])
  return rowCount === 1
}
