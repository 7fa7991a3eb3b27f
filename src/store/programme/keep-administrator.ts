import { Refused, type Scope } from './transaction'

const isActiveAdmin = { role: 'admin', isActive: true } as const

/** How many can administrate: `signing` of them can sign in. */
export const countAdministrators = async ({ db, organizationId }: Scope): Promise<{ all: number; signing: number }> => ({
  all: await db.member.count({ where: { organizationId, ...isActiveAdmin } }),
  signing: await db.member.count({ where: { organizationId, ...isActiveAdmin, user: { passwordHash: { not: null } } } }),
})

/** Refuses what would leave an organization that had an administrator without one, or with none who can sign in. */
export const keepAdministrator = async (scope: Scope, before: { all: number; signing: number }): Promise<void> => {
  const after = await countAdministrators(scope)
  if ((before.all > 0 && after.all === 0) || (before.signing > 0 && after.signing === 0))
    throw new Refused([{ path: 'members', message: 'the last active administrator can’t be removed or given another role' }])
}
