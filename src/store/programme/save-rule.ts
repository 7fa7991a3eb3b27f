import { v7 as uuidV7 } from 'uuid'
import { namedMetric } from '@/domain/alert/about'
import type { Rule } from '@/domain/alert/rule'
import type { Issue } from '@/domain/errors'
import { isSame } from '@/domain/same-json'
import { recordChange } from './record-change'
import { readMetric } from './save-metric'
import { type Change, json, Refused, type Scope } from './transaction'

export type RuleEntry = { key: string; version: number; rule: Rule }

const toEntry = (row: { key: string; version: number; definition: unknown }): RuleEntry => ({
  key: row.key,
  version: row.version,
  rule: row.definition as Rule,
})

export const readRules = async ({ db, organizationId }: Scope): Promise<RuleEntry[]> =>
  (await db.alertRule.findMany({ where: { organizationId, deletedAt: null }, orderBy: { createdAt: 'asc' } })).map(toEntry)

export const readRule = async ({ db, organizationId }: Scope, key: string): Promise<RuleEntry | undefined> => {
  const row = await db.alertRule.findFirst({ where: { organizationId, key, deletedAt: null } })
  return row ? toEntry(row) : undefined
}

/** What a rule names must be there: an alert that can reach nobody would be found out too late. */
const findMissing = async (scope: Scope, key: string, { touchpoints, notify, about }: Rule): Promise<Issue[]> => {
  const { db, organizationId } = scope
  const wantedPlaces = touchpoints === 'all' ? [] : touchpoints
  const wantedTeams = notify.flatMap(({ to }) => (to.startsWith('team:') ? [to.slice(5)] : []))
  const wantedPeople = notify.flatMap(({ to }) => (to.startsWith('member:') ? [to.slice(7)] : []))
  // One after the other: a transaction is one connection, and a connection answers one question at a time.
  const places = await db.touchpoint.findMany({
    where: { organizationId, key: { in: [...wantedPlaces] } },
    select: { key: true },
  })
  const teams = await db.team.findMany({ where: { organizationId, key: { in: wantedTeams } }, select: { key: true } })
  const people = await db.member.findMany({
    where: { organizationId, isActive: true, user: { email: { in: wantedPeople } } },
    select: { user: { select: { email: true } } },
  })
  const wantedTargets = notify.map(({ to }) => to).filter((to) => to.startsWith('webhook:') || to.startsWith('chat:'))
  const targets = (
    await db.target.findMany({ where: { organizationId, removedAt: null }, select: { channel: true, key: true } })
  ).map((one) => `${one.channel}:${one.key}`)
  const metric = about && namedMetric(about)
  const isUnmeasured = metric !== undefined && !(await readMetric(scope, metric))
  const issue = (path: string, message: string): Issue => ({ path: `alertRules.${key}.${path}`, message })
  return [
    ...wantedPlaces
      .filter((one) => !places.some((found) => found.key === one))
      .map((one) => issue('touchpoints', `there is no touchpoint "${one}"`)),
    ...wantedTeams
      .filter((one) => !teams.some((found) => found.key === one))
      .map((one) => issue('notify', `there is no team "${one}"`)),
    ...wantedPeople
      .filter((one) => !people.some((found) => found.user.email === one))
      .map((one) => issue('notify', `there is no active member "${one}"`)),
    ...wantedTargets
      .filter((one) => !targets.includes(one))
      .map((one) => issue('notify', `there is no ${one.replace(':', ' "')}"`)),
    ...(isUnmeasured ? [issue('about.metric', `there is no metric "${metric}"`)] : []),
  ]
}

export const saveRule = async (scope: Scope, key: string, rule: Rule): Promise<Change> => {
  const { db, organizationId } = scope
  const before = await readRule(scope, key)
  if (before && isSame(before.rule, rule)) return 'unchanged'
  const missing = await findMissing(scope, key, rule)
  if (missing.length > 0) throw new Refused(missing)
  const data = { definition: json(rule), isEnabled: rule.enabled, deletedAt: null, watchedAt: null }
  const { version } = await db.alertRule.upsert({
    where: { organizationId_key: { organizationId, key } },
    create: { organizationId, id: uuidV7(), key, ...data },
    update: { ...data, version: { increment: 1 } },
  })
  return recordChange(scope, { kind: 'alertRules', key, before: before?.rule, after: rule, version })
}

/** A deleted rule fires no more; its alerts stay. Answers whether there was one. */
export const deleteRule = async (scope: Scope, key: string): Promise<boolean> => {
  const { db, organizationId } = scope
  const [ended] = await db.alertRule.updateManyAndReturn({
    where: { organizationId, key, deletedAt: null },
    data: { deletedAt: new Date(), isEnabled: false, version: { increment: 1 } },
  })
  if (!ended) return false
  const { version } = ended
  await recordChange(scope, { kind: 'alertRules', key, before: ended.definition, after: undefined, version })
  return true
}
