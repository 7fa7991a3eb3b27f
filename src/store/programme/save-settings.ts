import { defaultAlertPolicy } from '@/domain/alert/policy'
import { anonymityThreshold } from '@/domain/analysis/suppress-small'
import { defaultCasePolicy } from '@/domain/case/policy'
import type { Issue } from '@/domain/errors'
import type { Settings } from '@/domain/organization/schema'
import { isSame } from '@/domain/same-json'
import { Prisma } from '../generated/client'
import { countAgain } from '../rebuild/count-again'
import { recordChange } from './record-change'
import { type Change, json, Refused, type Scope } from './transaction'

export const readSettings = async ({ db, organizationId }: Scope): Promise<Settings> => {
  const found = await db.organization.findUniqueOrThrow({ where: { id: organizationId } })
  const { locale, timeZone, holidays } = found
  return {
    name: found.name as Settings['name'],
    locale,
    timeZone,
    businessHours: (found.businessHours ?? null) as Settings['businessHours'],
    holidays,
    cases: (found.casePolicy as Settings['cases'] | null) ?? defaultCasePolicy,
    alerts: (found.alertPolicy as Settings['alerts'] | null) ?? defaultAlertPolicy,
    anonymityThreshold: found.anonymityThreshold,
  }
}

/**
 * A chain or a fallback that reaches nobody would be found out too late. Called when the members and teams of a file are saved, for
 * what the file speaks of.
 */
export const checkNamed = async (scope: Scope, given: Settings): Promise<void> => {
  const { db, organizationId } = scope
  const { cases, alerts } = await readSettings(scope)
  const named = [
    ...(given.cases ? (cases?.escalation ?? []) : []).map(({ to }, at) => ({ path: `cases.escalation[${at}].to`, to })),
    ...(given.alerts && alerts ? [{ path: 'alerts.fallback', to: alerts.fallback }] : []),
  ]
  const issues: Issue[] = []
  for (const { path, to } of named) {
    const where = { organizationId, isActive: true, user: { email: to.slice(7) } }
    const isThere =
      (!to.startsWith('member:') || (await db.member.count({ where })) > 0) &&
      (!to.startsWith('team:') || (await db.team.count({ where: { organizationId, key: to.slice(5) } })) > 0)
    if (!isThere) issues.push({ path: `settings.${path}`, message: `there is no active ${to.replace(':', ' ')}` })
  }
  if (issues.length > 0) throw new Refused(issues)
}

export const saveSettings = async (scope: Scope, given: Settings): Promise<Change> => {
  const before = await readSettings(scope)
  const settings = {
    ...given,
    cases: given.cases ?? before.cases ?? defaultCasePolicy,
    alerts: given.alerts ?? before.alerts ?? defaultAlertPolicy,
    anonymityThreshold: given.anonymityThreshold ?? before.anonymityThreshold ?? anonymityThreshold,
  }
  if (isSame(before, settings)) return 'unchanged'
  await scope.db.organization.update({
    where: { id: scope.organizationId },
    data: {
      name: json(settings.name),
      locale: settings.locale,
      timeZone: settings.timeZone,
      businessHours: settings.businessHours === null ? Prisma.DbNull : json(settings.businessHours),
      holidays: settings.holidays,
      casePolicy: json(settings.cases),
      alertPolicy: json(settings.alerts),
      anonymityThreshold: settings.anonymityThreshold,
    },
  })
  if (settings.timeZone !== before.timeZone) await countAgain(scope, null)
  // Clocks that run are looked at again: the chain may go on sooner or later than it did.
  await scope.db.$executeRaw`
    update cases set sla_at = now()
     where organization_id = ${scope.organizationId}::uuid and status in ('open', 'acknowledged', 'in_progress', 'waiting')`
  return recordChange(scope, { kind: 'settings', key: '', before, after: settings })
}
