import { pool } from '../connection'

/** The language in which a user reads the console and gets their mail. */
export const setLocale = async (userId: string, locale: string): Promise<void> => {
  await pool().query('update users set locale = $2 where id = $1', [userId, locale])
}
