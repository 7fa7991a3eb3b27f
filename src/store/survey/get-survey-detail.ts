import type { Localized } from '@/domain/localized'
import type { SurveyDefinition } from '@/domain/survey/definition'
import { pool } from '../connection'

export type SurveyDetail = {
  id: string
  key: string
  slug: string
  touchpointKey: string
  touchpointName: Localized
  publishedVersion: number | null
  closedAt: Date | null
  draft: SurveyDefinition
  /** what customers see; null before the first publication */
  published: SurveyDefinition | null
  isDraftAhead: boolean
  /** places taken, by quota */
  quotaPlaces: Readonly<Record<string, number>>
  versions: { number: number; publishedAt: string; responses: number }[]
}

export const getSurveyDetail = async (organizationId: string, key: string): Promise<SurveyDetail | null> => {
  const { rows } = await pool().query<SurveyDetail>(
    `select s.id, s.key, s.slug, t.key as "touchpointKey", t.name as "touchpointName", s.published_version as "publishedVersion",
            s.closed_at as "closedAt", s.draft, v.definition as published,
            (v.definition is null or v.definition <> s.draft) as "isDraftAhead",
            (select coalesce(json_object_agg(quota, taken), '{}') from (select quota, count(*)::int as taken from quota_places q
               where q.organization_id = s.organization_id and q.survey_id = s.id group by quota) as places) as "quotaPlaces",
            (select coalesce(json_agg(json_build_object('number', number, 'publishedAt', published_at, 'responses', responses) order by number desc), '[]')
               from (select sv.number, sv.published_at, coalesce(counted.responses, 0) as responses
                       from survey_versions sv
                       left join (select r.version, count(*)::int as responses from responses r
                                   where r.organization_id = s.organization_id and r.survey_id = s.id group by r.version) as counted
                         on counted.version = sv.number
                      where sv.organization_id = s.organization_id and sv.survey_id = s.id
                      order by sv.number desc limit 20) as latest) as versions
       from surveys s
       join touchpoints t on t.organization_id = s.organization_id and t.id = s.touchpoint_id
       left join survey_versions v on v.organization_id = s.organization_id and v.survey_id = s.id and v.number = s.published_version
      where s.organization_id = $1 and s.key = $2`,
    [organizationId, key],
  )
  return rows[0] ?? null
}
