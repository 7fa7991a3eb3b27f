import { pool } from '../connection'

export type SignInUser = { id: string; email: string; passwordHash: string | null; sessionVersion: number; locale: string | null }

/** `email` in lower case, as all addresses of users are kept. */
export const findUserByEmail = async (email: string): Promise<SignInUser | null> => {
  const { rows } = await pool().query<SignInUser>(
    `select id, email, password_hash as "passwordHash", session_version as "sessionVersion", locale from users where email = $1`,
    [email],
  )
  return rows[0] ?? null
}
