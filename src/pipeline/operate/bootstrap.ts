import { isPassword } from '@/auth/password'
import { makeToken } from '@/auth/signed-token'
import { env } from '@/config/env'
import { readOrMakeDemoPassword } from '@/config/secrets'
import { createOrganization } from '@/store/organization/create-organization'
import { ensureInstallation } from '@/store/organization/ensure-installation'
import { findOrganizations } from '@/store/organization/find-organizations'
import { readPasswordHash } from '@/store/programme/save-member'
import { hasAdministrator } from '@/store/user/has-administrator'
import { saveUser } from './save-user'

export type SignIn =
  | { kind: 'existing' }
  | { kind: 'password'; email: string; password: string }
  | { kind: 'given'; email: string }
  | { kind: 'link'; url: string }

export interface Bootstrapped {
  organizationId: string
  isFirst: boolean
  /** what the data was seeded with, now or at the first start */
  seed: 'demo' | 'empty'
  signIn: SignIn
}

const SET_UP_HOURS = 24

/** Invented, like everybody in the demo. */
const DEMO_ADMIN = 'admin@aurora-home.example'

const signInToDemo = async (organizationId: string): Promise<SignIn> => {
  const password = readOrMakeDemoPassword(env().dataDir)
  if (!(await hasAdministrator(organizationId))) {
    const saved = await saveUser(organizationId, { email: DEMO_ADMIN, name: 'Aurora Admin', role: 'admin', password })
    if ('error' in saved) throw new Error(`the demo's administrator could not be made: ${saved.detail}`)
  }
  return (await hasPassword(DEMO_ADMIN, password)) ? { kind: 'password', email: DEMO_ADMIN, password } : { kind: 'existing' }
}

/** Whether the demo's password still is the one that was made: nobody is told one that was changed. */
const hasPassword = async (email: string, password: string): Promise<boolean> =>
  isPassword(await readPasswordHash(email), password)

const signInFor = async (organizationId: string, now: Date): Promise<SignIn> => {
  const { adminEmail, adminPassword, appUrl, seed } = env()
  if (seed === 'demo' && !adminEmail) return signInToDemo(organizationId)
  if (await hasAdministrator(organizationId)) return { kind: 'existing' }
  if (adminEmail && adminPassword) {
    const saved = await saveUser(organizationId, {
      email: adminEmail,
      name: adminEmail.split('@')[0] ?? adminEmail,
      role: 'admin',
      password: adminPassword,
    })
    if ('error' in saved) throw new Error(`the administrator could not be made: ${saved.detail}`)
    return { kind: 'given', email: adminEmail }
  }
  const token = makeToken('set-up', { organization: organizationId }, new Date(now.getTime() + SET_UP_HOURS * 3_600_000))
  return { kind: 'link', url: `${appUrl}/set-up?token=${token}` }
}

/**
 * What the first start needs and later ones find there: the installation's id, one organization, a way to sign in. The
 * set-up link works once: as soon as an administrator exists it is refused.
 */
export const bootstrap = async (now: Date): Promise<Bootstrapped> => {
  await ensureInstallation()
  const [existing] = await findOrganizations()
  const organizationId = existing?.id ?? (await createOrganization('main', { en: 'My company', 'zh-CN': '我的企业' }))
  return { organizationId, isFirst: existing === undefined, seed: env().seed, signIn: await signInFor(organizationId, now) }
}
