import { pool } from '../connection'

/** The ids of an organization's touchpoints by key, of those that it has; archived ones too. */
export const findTouchpointIds = async (organizationId: string, keys: readonly string[]): Promise<Map<string, string>> => {
  const { rows } = await pool().query<{ key: string; id: string }>(
    'select key, id from touchpoints where organization_id = $1 and key = any($2)',
    [organizationId, [...new Set(keys)]],
  )
  return new Map(rows.map(({ key, id }) => [key, id]))
}
