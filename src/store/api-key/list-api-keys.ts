import { pool } from '../connection'

export type ApiKeyRow = {
  id: string
  name: string
  role: string
  prefix: string
  createdAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
}

export const listApiKeys = async (organizationId: string): Promise<ApiKeyRow[]> => {
  const { rows } = await pool().query<ApiKeyRow>(
    `select id, name, role, prefix, created_at as "createdAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt"
       from api_keys where organization_id = $1 order by revoked_at is not null, created_at desc limit 200`,
    [organizationId],
  )
  return rows
}
