import type { Localized } from '@/domain/localized'
import { numbersOf } from '@/domain/metric/question-choices'
import type { Question } from '@/domain/survey/definition'

/** SQL expressions of what tells a response and the questions that it answers. */
type Answered = { organizationId: string; id: string; surveyId: string; version: string }

/**
 * Joins the one score that stands for a response in a list, as `headline.score`, and the question that it is of, as `asked.question`:
 * NPS, else CSAT, else CES, else of its ratings the survey's outcome, else the first that was asked.
 */
export const joinHeadline = ({ organizationId, id, surveyId, version }: Answered): string => {
  const told = `json_build_object('metric', s.metric, 'value', s.value::float8, 'category', s.category)`
  const scored = `s.organization_id = ${organizationId} and s.response_id = ${id}`
  const asked = `v.organization_id = ${organizationId} and v.survey_id = ${surveyId} and v.number = ${version}`
  return `
    left join lateral (
      select coalesce(
        (select ${told} from scores s where ${scored} and s.metric in ('nps', 'csat', 'ces')
          order by array_position(array['nps', 'csat', 'ces'], s.metric) limit 1),
        (select ${told} from scores s
           join survey_versions v on ${asked}
           join lateral jsonb_path_query(v.definition, '$.pages[*].questions[*]') with ordinality as q(question, place)
             on q.question->>'key' = split_part(s.metric, '.', 1)
          where ${scored} and s.metric <> 'sentiment'
          order by q.question->>'role' is distinct from 'outcome', q.place, s.metric limit 1)) as score
    ) as headline on true
    left join lateral (
      select jsonb_path_query_first(v.definition, '$.pages[*].questions[*] ? (@.key == $key)',
               jsonb_build_object('key', split_part(headline.score->>'metric', '.', 1))) as question
        from survey_versions v
       where ${asked} and headline.score->>'metric' not in ('nps', 'csat', 'ces')
    ) as asked on true`
}

/** A headline score as it is joined. */
export type HeadlineScore = { metric: string; value: number; category: string | null }

/** The question that a headline score is of, where that is no NPS, CSAT or CES, and the highest answer that it takes. */
export type Rated = { text: Localized; most: number | null }

/** A row as it is joined. */
export type WithQuestion<Row extends { rated: Rated | null }> = Omit<Row, 'rated'> & { question?: Question | null }

/** What people are told of the question instead of the question itself. */
export const tellRated = <Stored extends { question?: Question | null }>({
  question,
  ...row
}: Stored): Omit<Stored, 'question'> & { rated: Rated | null } => ({
  ...row,
  rated: question ? { text: question.text, most: numbersOf(question)?.to ?? null } : null,
})
