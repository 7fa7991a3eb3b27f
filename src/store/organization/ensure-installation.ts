import { v7 as uuid } from 'uuid'
import { pool } from '../connection'

/** The id of this installation, made once: it keeps two installations on one Redis apart. */
export const ensureInstallation = async (): Promise<string> => {
  await pool().query('insert into installations (id) select $1 where not exists (select 1 from installations)', [uuid()])
  const { rows } = await pool().query<{ id: string }>('select id from installations order by created_at limit 1')
  const id = rows[0]?.id
  if (!id) throw new Error('no installation row')
  return id
}
