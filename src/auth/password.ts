import { hash, verify } from '@node-rs/argon2'

/** Argon2id with OWASP's second recommendation: 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Checked when no such user exists, so that the answer takes as long as for a wrong password. */
let decoy: Promise<string> | undefined

export const hashPassword = (password: string): Promise<string> => hash(password, COST)

/** Whether the password fits the stored hash; false, after the same time, for a user without one. */
export const isPassword = async (stored: string | null | undefined, password: string): Promise<boolean> => {
  decoy ??= hashPassword('decoy')
  const fits = await verify(stored || (await decoy), password).catch(() => false)
  return Boolean(stored) && fits
}
