import type { Issue } from '@/domain/errors'
import { checkParts } from '@/domain/metric/check-parts'
import { checkQuestion } from '@/domain/metric/check-question'
import { isHeadlineMetric, type MetricDefinition, standardDefaults } from '@/domain/metric/definition'
import { isSame } from '@/domain/same-json'
import { readQuestions } from './read-questions'
import { recordChange } from './record-change'
import { type Change, json, Refused, type Scope } from './transaction'

export type MetricEntry = { key: string; version: number; definition: MetricDefinition }

/** What is defined, the organization's own say over what the product comes with. */
export const readMetrics = async ({ db, organizationId }: Scope): Promise<Record<string, MetricDefinition>> => {
  const rows = await db.metric.findMany({
    where: { organizationId, removedAt: null },
    orderBy: [{ createdAt: 'asc' }, { key: 'asc' }],
  })
  return { ...standardDefaults, ...Object.fromEntries(rows.map(({ key, definition }) => [key, definition as MetricDefinition])) }
}

export const readMetric = async (scope: Scope, key: string): Promise<MetricDefinition | undefined> => {
  const all = await readMetrics(scope)
  return Object.hasOwn(all, key) ? all[key] : undefined
}

const faultsOf = async (scope: Scope, key: string, definition: MetricDefinition): Promise<Issue[]> => {
  if (!('of' in definition)) return []
  const questions = await readQuestions(scope)
  const taken = questions.some(({ question }) => question.key === key)
    ? [{ path: '', message: `"${key}" is a question’s key; a metric of that key would take its place` }]
    : []
  return [...taken, ...(definition.of === 'index' ? [] : checkQuestion(definition, questions))]
}

/** The next version; a standard metric's first change is version 2, since what the product comes with is version 1. */
const nextVersion = async ({ db, organizationId }: Scope, key: string): Promise<number> => {
  const row = await db.metric.findUnique({ where: { organizationId_key: { organizationId, key } }, select: { version: true } })
  return (row?.version ?? (isHeadlineMetric(key) ? 1 : 0)) + 1
}

/** Nothing that is measured may lose what it is put together of. */
const checkIndexes = async (scope: Scope): Promise<void> => {
  const faults = checkParts(await readMetrics(scope))
  if (faults.length > 0) throw new Refused(faults.map(({ path, message }) => ({ path: `metrics.${path}`, message })))
}

export const saveMetric = async (scope: Scope, key: string, definition: MetricDefinition): Promise<Change> => {
  const { db, organizationId } = scope
  const before = await readMetric(scope, key)
  if (before && isSame(before, definition)) return 'unchanged'
  const faults = await faultsOf(scope, key, definition)
  if (faults.length > 0)
    throw new Refused(faults.map(({ path, message }) => ({ path: path ? `metrics.${key}.${path}` : `metrics.${key}`, message })))
  const version = await nextVersion(scope, key)
  const data = { definition: json(definition), version, removedAt: null }
  await db.metric.upsert({
    where: { organizationId_key: { organizationId, key } },
    create: { organizationId, key, ...data },
    update: data,
  })
  await checkIndexes(scope)
  return recordChange(scope, { kind: 'metrics', key, before, after: definition, version })
}

/** No touchpoint may promise what isn't measured any more. */
const checkStandards = async ({ db, organizationId }: Scope, key: string): Promise<void> => {
  const promised = await db.touchpoint.findFirst({
    where: { organizationId, standardMetric: key },
    orderBy: { key: 'asc' },
    select: { key: true },
  })
  if (promised)
    throw new Refused([
      { path: `touchpoints.${promised.key}.standard`, message: `promises "${key}"; give the touchpoint another standard first` },
    ])
}

/** No rule may watch what isn't measured any more. */
const checkRules = async ({ db, organizationId }: Scope, key: string): Promise<void> => {
  const watching = await db.alertRule.findFirst({
    where: { organizationId, deletedAt: null, definition: { path: ['about', 'metric'], equals: key } },
    orderBy: { key: 'asc' },
    select: { key: true },
  })
  if (watching)
    throw new Refused([
      { path: `alertRules.${watching.key}.about.metric`, message: `watches "${key}"; let the rule watch another metric first` },
    ])
}

/** Takes a metric of one's own away, unless an index is put together of it, a touchpoint promises it or a rule watches it; its versions stay readable. Answers whether there was one. */
export const removeMetric = async (scope: Scope, key: string): Promise<boolean> => {
  const { db, organizationId } = scope
  if (isHeadlineMetric(key))
    throw new Refused([{ path: `metrics.${key}`, message: 'comes with the product; it can be changed, not taken away' }])
  const before = await readMetric(scope, key)
  if (!before) return false
  await checkStandards(scope, key)
  await checkRules(scope, key)
  const version = await nextVersion(scope, key)
  await db.metric.update({
    where: { organizationId_key: { organizationId, key } },
    data: { removedAt: new Date(), version },
  })
  await checkIndexes(scope)
  await recordChange(scope, { kind: 'metrics', key, before, after: undefined, version })
  return true
}
