import type { Page } from '@/domain/survey/definition'
import { pool } from '../connection'

/** What a survey asks customers now, or will ask: the published version's pages, before the first publication the draft's. */
export type Asked = { touchpoint: string; pages: readonly Page[] }

export const listAsked = async (organizationId: string): Promise<Asked[]> => {
  const { rows } = await pool().query<Asked>(
    `select t.key as touchpoint, coalesce(v.definition, s.draft)->'pages' as pages
       from surveys s
       join touchpoints t on t.organization_id = s.organization_id and t.id = s.touchpoint_id
       left join survey_versions v on v.organization_id = s.organization_id and v.survey_id = s.id and v.number = s.published_version
      where s.organization_id = $1 and s.closed_at is null order by s.created_at, s.key limit 200`,
    [organizationId],
  )
  return rows
}
