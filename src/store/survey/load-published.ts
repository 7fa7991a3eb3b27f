import type { SurveyDefinition } from '@/domain/survey/definition'
import { hot, hotPool, pool } from '../connection'

/** A published survey as the public door needs it. */
export type PublishedRow = {
  organizationId: string
  surveyId: string
  slug: string
  version: number
  definition: SurveyDefinition
  touchpointId: string
  isClosed: boolean
}

/** Versions never change, so what was read once stays true. Bounded: the oldest leave first. */
const versions = new Map<string, SurveyDefinition>()
const keptVersions = 500
/** What the column holds; a larger number is asked for by mistake or malice, and is no version. */
const largestVersion = 2_147_483_647

const keep = (key: string, definition: SurveyDefinition): SurveyDefinition => {
  versions.set(key, definition)
  const oldest = versions.keys().next().value
  if (versions.size > keptVersions && oldest !== undefined) versions.delete(oldest)
  return definition
}

/** The definition of a version, or undefined if there is none. */
export const loadVersion = async (
  organizationId: string,
  surveyId: string,
  number: number,
): Promise<SurveyDefinition | undefined> => {
  if (number > largestVersion) return undefined
  const key = `${organizationId}/${surveyId}/${number}`
  const known = versions.get(key)
  if (known) return known
  const { rows } = await pool().query<{ definition: SurveyDefinition }>(
    'select definition from survey_versions where organization_id = $1 and survey_id = $2 and number = $3',
    [organizationId, surveyId, number],
  )
  return rows[0] && keep(key, rows[0].definition)
}

type Row = {
  organization_id: string
  id: string
  slug: string
  published_version: number
  touchpoint_id: string
  is_closed: boolean
}

/** Published surveys by slug: always the current version, read anew, so that the next answer meets what was just published. */
export const loadPublished = async (slugs: readonly string[]): Promise<Map<string, PublishedRow>> => {
  const { rows } = await hot<Row>(
    hotPool(),
    'survey.published',
    // An archived touchpoint's surveys are closed: nobody is asked there any more.
    `select s.organization_id, s.id, s.slug, s.published_version, s.touchpoint_id,
            (s.closed_at is not null and s.closed_at <= now()) or t.archived_at is not null as is_closed
       from surveys s join touchpoints t on t.organization_id = s.organization_id and t.id = s.touchpoint_id
      where s.slug = any($1) and s.published_version is not null`,
    // PostgreSQL has no text with a NUL in it, so neither has a slug.
    [slugs.filter((slug) => !slug.includes('\u0000'))],
  )
  const found = await Promise.all(
    rows.map(async (row): Promise<[string, PublishedRow] | undefined> => {
      const definition = await loadVersion(row.organization_id, row.id, row.published_version)
      if (!definition) return undefined
      return [
        row.slug,
        {
          organizationId: row.organization_id,
          surveyId: row.id,
          slug: row.slug,
          version: row.published_version,
          definition,
          touchpointId: row.touchpoint_id,
          isClosed: row.is_closed,
        },
      ]
    }),
  )
  return new Map(found.filter((entry) => entry !== undefined))
}
