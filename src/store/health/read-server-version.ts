import { pool } from '../connection'

/** The database server's version, such as 18.4. */
export const readServerVersion = async (): Promise<string> => {
  const { rows } = await pool().query<{ version: string }>(
    `select split_part(current_setting('server_version'), ' ', 1) as version`,
  )
  return rows[0]?.version ?? ''
}
