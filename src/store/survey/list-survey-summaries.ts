import type { Localized } from '@/domain/localized'
import { pool } from '../connection'

export type SurveySummary = {
  key: string
  slug: string
  title: Localized
  locales: string[]
  touchpointKey: string
  touchpointName: Localized
  publishedVersion: number | null
  closedAt: Date | null
  /** responses since the instant asked for, and how many of them are complete */
  responses: number
  completed: number
  lastResponseAt: Date | null
}

export const listSurveySummaries = async (organizationId: string, since: Date): Promise<SurveySummary[]> => {
  const { rows } = await pool().query<SurveySummary>(
    `select s.key, s.slug, s.draft->'title' as title, s.draft->'locales' as locales, t.key as "touchpointKey", t.name as "touchpointName",
            s.published_version as "publishedVersion", s.closed_at as "closedAt", volume.responses, volume.completed,
            (select max(r.submitted_at) from responses r where r.organization_id = s.organization_id and r.survey_id = s.id) as "lastResponseAt"
       from surveys s
       join touchpoints t on t.organization_id = s.organization_id and t.id = s.touchpoint_id
       cross join lateral (
         select count(*)::int as responses, count(*) filter (where r.status = 'completed')::int as completed
           from responses r where r.organization_id = s.organization_id and r.survey_id = s.id and r.submitted_at >= $2
       ) as volume
      where s.organization_id = $1 order by s.created_at, s.key limit 200`,
    [organizationId, since],
  )
  return rows
}
