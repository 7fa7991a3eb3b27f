import { recordChange } from './record-change'
import { readRules } from './save-rule'
import { readTeams } from './save-team'
import { Refused, type Scope } from './transaction'

/** Takes away a team that answers for nothing and that no rule tells. */
export const removeTeam = async (scope: Scope, key: string): Promise<boolean> => {
  const { db, organizationId } = scope
  const row = await db.team.findUnique({ where: { organizationId_key: { organizationId, key } }, select: { id: true } })
  if (!row) return false
  const owned = { organizationId, ownerTeamId: row.id }
  const isUsed =
    (await db.touchpoint.findFirst({ where: owned, select: { id: true } })) ??
    (await db.case.findFirst({ where: owned, select: { id: true } })) ??
    (await readRules(scope)).find(({ rule }) => rule.notify.some(({ to }) => to === `team:${key}`))
  if (isUsed)
    throw new Refused([
      { path: `teams.${key}`, message: 'answers for touchpoints or cases, or a rule names it; hand these over first' },
    ])
  const before = (await readTeams(scope, key))[key]
  await db.team.delete({ where: { organizationId_id: { organizationId, id: row.id } } })
  await recordChange(scope, { kind: 'teams', key, before, after: undefined })
  return true
}
