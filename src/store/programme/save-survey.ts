import { v7 as uuidV7 } from 'uuid'
import { type Failure, fail, type Issue } from '@/domain/errors'
import { formatPath, parse } from '@/domain/parse'
import { isSame } from '@/domain/same-json'
import { findClashes } from '@/domain/survey/clashes'
import { findDeadLogic } from '@/domain/survey/dead-logic'
import type { SurveyDefinition } from '@/domain/survey/definition'
import { finishedOf } from '@/domain/survey/finished'
import { surveySchema } from '@/domain/survey/schema'
import { recordChange } from './record-change'
import { type Change, json, Refused, type Scope } from './transaction'

export type StoredSurvey = {
  key: string
  slug: string
  publishedVersion: number | null
  closedAt: Date | null
  definition: SurveyDefinition
}

const toStored = (row: {
  key: string
  slug: string
  publishedVersion: number | null
  closedAt: Date | null
  draft: unknown
}): StoredSurvey => ({
  key: row.key,
  slug: row.slug,
  publishedVersion: row.publishedVersion,
  closedAt: row.closedAt,
  definition: row.draft as SurveyDefinition,
})

export const readSurvey = async ({ db, organizationId }: Scope, key: string): Promise<StoredSurvey | undefined> => {
  const row = await db.survey.findUnique({ where: { organizationId_key: { organizationId, key } } })
  return row ? toStored(row) : undefined
}

/** A draft as a file brings it back: an editor's has its texts as they were typed and may leave out what goes without saying. */
const tidied = (draft: SurveyDefinition): SurveyDefinition => finishedOf(draft) ?? draft

export const readSurveys = async ({ db, organizationId }: Scope): Promise<StoredSurvey[]> =>
  (await db.survey.findMany({ where: { organizationId }, orderBy: { createdAt: 'asc' } })).map(toStored)

/** `isAhead`: customers don't see the draft as it is, or nothing of it yet. */
export const readDrafts = async ({ db, organizationId }: Scope): Promise<(StoredSurvey & { isAhead: boolean })[]> => {
  const latest = { orderBy: { number: 'desc' }, take: 1 } as const
  const rows = await db.survey.findMany({
    where: { organizationId },
    orderBy: { createdAt: 'asc' },
    include: { versions: latest },
  })
  return rows.map((row) => {
    const stored = toStored(row)
    return { ...stored, isAhead: !isSame(row.versions[0]?.definition, tidied(stored.definition)) }
  })
}

export const readSurveyKeys = async ({ db, organizationId }: Scope): Promise<string[]> =>
  (await db.survey.findMany({ where: { organizationId }, select: { key: true } })).map(({ key }) => key)

/** The key, unless another organization's survey has it already; then the key and the first free number. */
const findSlug = async ({ db }: Scope, key: string): Promise<string> => {
  // Two organizations making a survey of one name at once must not both find it free.
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext('earshot:slug'))`
  const taken = new Set(
    (await db.survey.findMany({ where: { slug: { startsWith: key } }, select: { slug: true } })).map(({ slug }) => slug),
  )
  if (!taken.has(key)) return key
  let number = 2
  while (taken.has(`${key}-${number}`)) number += 1
  return `${key}-${number}`
}

/** Nobody else changes this survey until the transaction ends. */
export const lockSurvey = async ({ db, organizationId }: Scope, key: string): Promise<void> => {
  await db.$queryRaw`select 1 from surveys where organization_id = ${organizationId}::uuid and key = ${key} for update`
}

/** Saves a survey's draft. What is published stays as it is. */
export const saveSurvey = async (scope: Scope, key: string, definition: SurveyDefinition): Promise<Change> => {
  const { db, organizationId } = scope
  // Whoever edits the draft at this moment comes before or after, and never in between.
  await lockSurvey(scope, key)
  const before = await readSurvey(scope, key)
  if (before && isSame(tidied(before.definition), definition)) return 'unchanged'
  const touchpoint = await db.touchpoint.findUnique({
    where: { organizationId_key: { organizationId, key: definition.touchpoint } },
  })
  if (!touchpoint)
    throw new Refused([
      {
        path: `surveys.${key}.touchpoint`,
        message: `there is no touchpoint "${definition.touchpoint}"; add it to touchpoints first`,
      },
    ])
  const data = { draft: json(definition), touchpointId: touchpoint.id }
  if (before)
    await db.survey.update({
      where: { organizationId_key: { organizationId, key } },
      data: { ...data, draftRevision: { increment: 1 } },
    })
  else await db.survey.create({ data: { organizationId, id: uuidV7(), key, slug: await findSlug(scope, key), ...data } })
  return before ? 'changed' : 'created'
}

export type Published = { key: string; slug: string; version: number; isNew: boolean }

const asDefinition = (stored: unknown): SurveyDefinition => stored as SurveyDefinition

/** How many versions back a key's kind and scale are remembered. */
const keptForClashes = 100

/** Why a draft can't be what customers see; empty if it can. */
const findPublishFaults = (draft: SurveyDefinition, versions: readonly { number: number; definition: unknown }[]): Issue[] => {
  const published = versions.map(({ number, definition }) => ({ number, definition: asDefinition(definition) }))
  return [...findDeadLogic(draft), ...findClashes(draft, published)].map(({ path, message }) => ({
    path: formatPath(path),
    message,
  }))
}

/** Publishes the draft as the next version, under the survey's lock; an unchanged survey keeps its version. */
export const publishDraft = async (scope: Scope, key: string): Promise<Published | Failure> => {
  const { db, organizationId } = scope
  await lockSurvey(scope, key)
  const survey = await db.survey.findUnique({
    where: { organizationId_key: { organizationId, key } },
    include: { versions: { orderBy: { number: 'desc' }, take: keptForClashes } },
  })
  if (!survey) return fail('not_found', `There is no survey "${key}".`)
  const latest = survey.versions[0]
  // An editor's draft may lack what a survey needs, and has its texts as they were typed.
  const checked = parse(surveySchema, survey.draft)
  if ('errors' in checked) return fail('invalid', 'The survey can’t be published.', checked.errors)
  const definition = checked.value
  const isNew = !latest || !isSame(latest.definition, definition)
  const faults = isNew ? findPublishFaults(definition, survey.versions) : []
  if (faults.length > 0) return fail('invalid', 'The survey can’t be published.', faults)
  const version = (latest?.number ?? 0) + (isNew ? 1 : 0)
  if (isNew) {
    await db.surveyVersion.create({
      data: { organizationId, surveyId: survey.id, number: version, definition: json(definition) },
    })
    // The versions themselves hold what was published; the record says by whom.
    const before = latest && { version: latest.number }
    await recordChange(scope, { kind: 'surveys', key, before, after: { version }, version })
  }
  const isTidied = !isSame(survey.draft, definition)
  if (isTidied || survey.publishedVersion !== version)
    await db.survey.update({
      where: { organizationId_id: { organizationId, id: survey.id } },
      data: {
        publishedVersion: version,
        ...(isTidied ? { draft: json(definition), draftRevision: { increment: 1 } } : {}),
      },
    })
  return { key, slug: survey.slug, version, isNew }
}

export const readVersions = async ({ db, organizationId }: Scope, key: string) => {
  const survey = await db.survey.findUnique({
    where: { organizationId_key: { organizationId, key } },
    include: { versions: { orderBy: { number: 'desc' }, take: 200 } },
  })
  return survey?.versions.map(({ number, publishedAt, definition }) => ({
    version: number,
    publishedAt,
    definition: definition as unknown as SurveyDefinition,
  }))
}

export const readVersion = async (
  { db, organizationId }: Scope,
  key: string,
  version: number,
): Promise<SurveyDefinition | undefined> => {
  const found = await db.surveyVersion.findFirst({ where: { organizationId, number: version, survey: { key } } })
  return found ? asDefinition(found.definition) : undefined
}

/** Makes an earlier version the draft again; what customers see stays until that is published. Undefined if there is none. */
export const restoreDraft = async (scope: Scope, key: string, version: number): Promise<Change | undefined> => {
  const definition = await readVersion(scope, key, version)
  return definition && saveSurvey(scope, key, definition)
}
