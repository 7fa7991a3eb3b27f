import type { PoolClient } from 'pg'
import type { ExportBook, ExportVersion } from '@/domain/export/export'
import { shownContext } from '../anonymity/of-response'
import { type ExportFilter, foundStatement } from './found-statement'

/** So many keys of context, and of customers' attributes, have columns; the first by name. */
const mostKeys = 300

const loadVersions = async (client: PoolClient, filter: ExportFilter): Promise<ExportVersion[]> => {
  const { sql, params } = foundStatement(
    filter,
    'r.survey_id as "surveyId", r.version as number, count(*)::int as responses',
    'group by r.survey_id, r.version',
  )
  const counted = (await client.query<Omit<ExportVersion, 'definition'>>(sql, params)).rows
  const { rows } = await client.query<Pick<ExportVersion, 'surveyId' | 'number' | 'definition'>>(
    `select v.survey_id as "surveyId", v.number, v.definition from survey_versions v
       join unnest($2::uuid[], $3::int[]) as wanted(survey_id, number) on wanted.survey_id = v.survey_id and wanted.number = v.number
      where v.organization_id = $1`,
    [filter.organizationId, counted.map(({ surveyId }) => surveyId), counted.map(({ number }) => number)],
  )
  return rows.map((row) => ({
    ...row,
    responses: counted.find((one) => one.surveyId === row.surveyId && one.number === row.number)?.responses ?? 0,
  }))
}

/** A survey's answers of all versions tell its place; of a survey, the newest version comes first. */
const sortVersions = (versions: readonly ExportVersion[]): ExportVersion[] => {
  const answered = new Map<string, number>()
  for (const { surveyId, responses } of versions) answered.set(surveyId, (answered.get(surveyId) ?? 0) + responses)
  const of = (surveyId: string) => answered.get(surveyId) ?? 0
  return versions.toSorted(
    (a, b) =>
      of(b.surveyId) - of(a.surveyId) || (a.surveyId < b.surveyId ? -1 : a.surveyId > b.surveyId ? 1 : b.number - a.number),
  )
}

const loadNamed = async <Named>(client: PoolClient, sql: string, organizationId: string): Promise<Map<string, Named>> => {
  const { rows } = await client.query<{ id: string; named: Named }>(sql, [organizationId])
  return new Map(rows.map(({ id, named }) => [id, named]))
}

const loadContextKeys = async (client: PoolClient, filter: ExportFilter): Promise<string[]> => {
  const { sql, params } = foundStatement(
    filter,
    `distinct jsonb_object_keys(${shownContext}) as key`,
    `order by key limit ${mostKeys}`,
  )
  return (await client.query<{ key: string }>(sql, params)).rows.map(({ key }) => key)
}

const loadAttributeKeys = async (client: PoolClient, organizationId: string): Promise<string[]> => {
  const { rows } = await client.query<{ key: string }>(
    `select distinct jsonb_object_keys(attributes) as key from customers where organization_id = $1 order by key limit ${mostKeys}`,
    [organizationId],
  )
  return rows.map(({ key }) => key)
}

export type LoadedBook = Pick<ExportBook, 'surveys' | 'touchpoints' | 'versions' | 'contextKeys' | 'attributeKeys'> & {
  total: number
}

/** What the rows of a file have in common, and how many they are, from the caller's snapshot. */
export const loadBook = async (client: PoolClient, filter: ExportFilter, hasCustomers: boolean): Promise<LoadedBook> => {
  const { organizationId } = filter
  const versions = sortVersions(await loadVersions(client, filter))
  return {
    versions,
    total: versions.reduce((sum, { responses }) => sum + responses, 0),
    surveys: await loadNamed(
      client,
      `select id, json_build_object('key', key, 'title', draft->'title') as named from surveys where organization_id = $1`,
      organizationId,
    ),
    touchpoints: await loadNamed(
      client,
      `select id, json_build_object('key', key, 'name', name, 'channel', channel) as named from touchpoints where organization_id = $1`,
      organizationId,
    ),
    contextKeys: await loadContextKeys(client, filter),
    attributeKeys: hasCustomers ? await loadAttributeKeys(client, organizationId) : [],
  }
}
