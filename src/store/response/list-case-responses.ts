import type { Localized } from '@/domain/localized'
import { pool } from '../connection'
import { type HeadlineScore, joinHeadline, type Rated, tellRated, type WithQuestion } from '../score/headline'
import type { InsightRow } from './get-response-detail'

/** A response as its case shows it: the whole of what the customer wrote. */
export type CaseResponseRow = {
  id: string
  submittedAt: Date
  channel: string | null
  surveyTitle: Localized
  score: HeadlineScore | null
  rated: Rated | null
  comments: { question: string; text: string; insight: Pick<InsightRow, 'label' | 'topics'> | null }[]
}

/** The responses of a case, newest first, at most 50. */
export const listCaseResponses = async (organizationId: string, caseId: string): Promise<CaseResponseRow[]> => {
  const { rows } = await pool().query<WithQuestion<CaseResponseRow>>(
    `select r.id, r.submitted_at as "submittedAt", r.channel, s.draft->'title' as "surveyTitle",
            headline.score, asked.question,
            (select coalesce(json_agg(json_build_object('question', a.question, 'text', a.text, 'insight',
                      case when i.label is null then null else json_build_object('label', i.label, 'topics', i.topics) end)), '[]')
               from answers a
               left join text_insights i on i.organization_id = a.organization_id and i.response_id = a.response_id and i.question = a.question
              where a.organization_id = $1 and a.response_id = r.id and a.kind = 'text' and a.text <> '') as comments
       from case_responses cr
       join responses r on r.organization_id = cr.organization_id and r.id = cr.response_id
       join surveys s on s.organization_id = r.organization_id and s.id = r.survey_id
       ${joinHeadline({ organizationId: '$1', id: 'r.id', surveyId: 'r.survey_id', version: 'r.version' })}
      where cr.organization_id = $1 and cr.case_id = $2
      order by r.submitted_at desc, r.id desc limit 50`,
    [organizationId, caseId],
  )
  return rows.map(tellRated)
}
