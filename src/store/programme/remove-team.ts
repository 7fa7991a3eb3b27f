import type { AlertPolicy } from '@/domain/alert/policy'
import type { CasePolicy } from '@/domain/case/policy'
import { recordChange } from './record-change'
import { readRules } from './save-rule'
import { readTeams } from './save-team'
import { Refused, type Scope } from './transaction'

/** Where the organization's settings name a team, and what to do about it. */
const namedInSettings = async ({ db, organizationId }: Scope, key: string) => {
  const { alertPolicy, casePolicy } = await db.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { alertPolicy: true, casePolicy: true },
  })
  const to = `team:${key}`
  const chain = (casePolicy as CasePolicy | null)?.escalation ?? []
  return [
    ...((alertPolicy as AlertPolicy | null)?.fallback === to
      ? [
          {
            path: 'settings.alerts.fallback',
            message: `is ${to}: alerts that reach nobody else go there; name somebody else in the alert settings first`,
          },
        ]
      : []),
    ...chain.flatMap((step, index) =>
      step.to === to
        ? [
            {
              path: `settings.cases.escalation[${index}].to`,
              message: `is ${to}: overdue cases go there; name somebody else in the case settings first`,
            },
          ]
        : [],
    ),
  ]
}

/** Takes away a team that answers for nothing and that no rule and no setting tells. */
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
  const named = await namedInSettings(scope, key)
  if (named.length > 0) throw new Refused(named)
  const before = (await readTeams(scope, key))[key]
  await db.team.delete({ where: { organizationId_id: { organizationId, id: row.id } } })
  await recordChange(scope, { kind: 'teams', key, before, after: undefined })
  return true
}
