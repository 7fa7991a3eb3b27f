import type { Localized } from '@/domain/localized'
import type { Question } from '@/domain/survey/question'
import { pool } from '../connection'

/** A question of a published survey that names what it is about. */
export type TaggedQuestion = { surveyId: string; survey: string; surveyTitle: Localized; question: Question }

/** In the order of surveys and of their questions; `tag` is the part of a question that must be there. */
export const listTaggedQuestions = async (organizationId: string, tag: 'dimension' | 'module'): Promise<TaggedQuestion[]> => {
  const { rows } = await pool().query<TaggedQuestion>(
    `select s.id as "surveyId", s.key as survey, v.definition -> 'title' as "surveyTitle", q.question
       from surveys s
       join survey_versions v on v.organization_id = s.organization_id and v.survey_id = s.id and v.number = s.published_version
      cross join lateral jsonb_path_query(v.definition, '$.pages[*].questions[*]') with ordinality as q(question, place)
      where s.organization_id = $1 and q.question ->> $2 is not null
      order by s.created_at, s.key, q.place limit 500`,
    [organizationId, tag],
  )
  return rows
}
