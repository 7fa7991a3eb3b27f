import { pool } from '../connection'
import type { FileKey } from './file-store'

export type Found = { name: string; size: number; type: string; sha256: string }

/** Notes that the file is there, and what it is. */
export const finishUpload = async ({ organizationId, id }: FileKey, { name, size, type, sha256 }: Found): Promise<void> => {
  await pool().query(
    'update uploads set name = $3, size = $4, type = $5, sha256 = $6, stored_at = now() where organization_id = $1 and id = $2',
    [organizationId, id, name, size, type, sha256],
  )
}

/** Forgets an upload whose file is gone. */
export const forgetUpload = async ({ organizationId, id }: FileKey): Promise<void> => {
  await pool().query('delete from uploads where organization_id = $1 and id = $2', [organizationId, id])
}
