import { foldTag } from '@/domain/response/tag'
import { pool } from '../connection'

export type TagRow = { id: string; name: string }

/** The organization's tag of that name, however it is written. */
export const findTag = async (organizationId: string, name: string): Promise<TagRow | undefined> => {
  const { rows } = await pool().query<TagRow>('select id, name from tags where organization_id = $1 and folded = $2', [
    organizationId,
    foldTag(name),
  ])
  return rows[0]
}
