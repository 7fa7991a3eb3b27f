import { hashPassword, isPassword } from '@/auth/password'
import type { Programme } from '@/domain/programme/schema'
import { type HashedPassword, readPasswordHash } from '@/store/programme/save-member'

/** The passwords of a programme's members, hashed before the transaction: hashing takes its time. */
export const hashPasswords = async ({ members }: Pick<Programme, 'members'>): Promise<Map<string, HashedPassword>> => {
  const hashed = new Map<string, HashedPassword>()
  for (const [email, { password }] of Object.entries(members)) {
    if (password === undefined) continue
    const known = await readPasswordHash(email)
    const isSame = known !== null && (await isPassword(known, password))
    hashed.set(email, { isSame, hash: isSame ? known : await hashPassword(password) })
  }
  return hashed
}
