import { z } from 'zod'
import { hashPassword } from '@/auth/password'
import { readToken } from '@/auth/signed-token'
import { findUserByEmail } from '@/store/user/find-user-by-email'
import { hasAdministrator } from '@/store/user/has-administrator'
import { saveUser } from '@/store/user/save-user'

const claims = z.object({ organization: z.uuid() })

/** The organization that a set-up link opens, or null if it is forged, too old, or its organization has an administrator already. */
export const readSetUpLink = async (token: string, now: Date): Promise<string | null> => {
  const reading = readToken('set-up', token, now)
  if ('error' in reading) return null
  const parsed = claims.safeParse(reading.payload)
  if (!parsed.success || (await hasAdministrator(parsed.data.organization))) return null
  return parsed.data.organization
}

export type FirstAdministrator = { token: string; name: string; email: string; password: string }

/**
 * Makes the first administrator of an organization from its set-up link. An address that already signs in elsewhere in
 * this installation is refused: the link must not change a stranger's password.
 */
export const finishSetUp = async (
  { token, name, email, password }: FirstAdministrator,
  now: Date,
): Promise<{ organizationId: string } | { error: 'link_used' | 'email_taken' }> => {
  const organizationId = await readSetUpLink(token, now)
  if (!organizationId) return { error: 'link_used' }
  if ((await findUserByEmail(email))?.passwordHash) return { error: 'email_taken' }
  await saveUser(organizationId, { email, name, role: 'admin', passwordHash: await hashPassword(password) })
  return { organizationId }
}
