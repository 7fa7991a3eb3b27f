import { pool } from '../connection'

export interface ApiKeyRow {
  organizationId: string
  id: string
  name: string
  role: string
}

/**
 * The key with this hash, unless revoked. It names the organization, so it is asked for without one. Its use is
 * noted at most once a minute, in the same round trip: every call of the machine door comes here.
 */
export const findApiKeyByHash = async (hash: string): Promise<ApiKeyRow | undefined> => {
  const { rows } = await pool().query<ApiKeyRow>(
    `with found as (
       select organization_id, id, name, role, last_used_at from api_keys where hash = $1 and revoked_at is null
     ), noted as (
       update api_keys set last_used_at = now() from found
       where api_keys.organization_id = found.organization_id and api_keys.id = found.id
         and (found.last_used_at is null or found.last_used_at < now() - interval '1 minute')
     )
     select organization_id as "organizationId", id, name, role from found`,
    [hash],
  )
  return rows[0]
}
