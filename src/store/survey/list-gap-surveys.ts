import type { Localized } from '@/domain/localized'
import type { GapQuestion } from '@/domain/survey/question'
import { pool } from '../connection'

/** A published survey that asks for the experience gap, with those questions in their order. */
export type GapSurvey = { key: string; title: Localized; questions: GapQuestion[] }

export const listGapSurveys = async (organizationId: string): Promise<GapSurvey[]> => {
  const { rows } = await pool().query<GapSurvey>(
    `select s.key, v.definition->'title' as title,
            jsonb_path_query_array(v.definition, '$.pages[*].questions[*] ? (@.kind == "gap")') as questions
       from surveys s join survey_versions v
         on v.organization_id = s.organization_id and v.survey_id = s.id and v.number = s.published_version
      where s.organization_id = $1 and v.definition @? '$.pages[*].questions[*] ? (@.kind == "gap")'
      order by s.created_at, s.key limit 100`,
    [organizationId],
  )
  return rows
}
