import type { Localized } from '@/domain/localized'
import { numbersOf } from '@/domain/metric/question-choices'
import type { Question } from '@/domain/survey/definition'

/**
 * A lateral join's body for the one score that stands for a response in a list: NPS, else CSAT, else CES, else the first of
 * its ratings. Takes SQL expressions of the organization's and the response's id.
 */
export const headlineScore = (organizationId: string, responseId: string): string => `
      select json_build_object('metric', metric, 'value', value::float8, 'category', category) as score from scores
       where organization_id = ${organizationId} and response_id = ${responseId} and metric <> 'sentiment'
       order by array_position(array['nps', 'csat', 'ces'], metric), metric limit 1`

/** What `headlineScore` answers. */
export type HeadlineScore = { metric: string; value: number; category: string | null }

/** The question that a headline score is of, where that is no NPS, CSAT or CES, and the highest answer that it takes. */
export type Rated = { text: Localized; most: number | null }

/** A lateral join's body that gives the question behind a headline score as `question`. Takes SQL expressions: the score, and its response's organization, survey and version. */
export const ratedQuestion = (score: string, [organizationId, surveyId, version]: readonly [string, string, string]): string => `
      select jsonb_path_query_first(v.definition, '$.pages[*].questions[*] ? (@.key == $key)',
               jsonb_build_object('key', split_part(${score}->>'metric', '.', 1))) as question
        from survey_versions v
       where v.organization_id = ${organizationId} and v.survey_id = ${surveyId} and v.number = ${version}
         and ${score}->>'metric' not in ('nps', 'csat', 'ces')`

/** A row as `ratedQuestion` gives it. */
export type WithQuestion<Row extends { rated: Rated | null }> = Omit<Row, 'rated'> & { question?: Question | null }

/** What people are told of the question instead of the question itself. */
export const tellRated = <Stored extends { question?: Question | null }>({
  question,
  ...row
}: Stored): Omit<Stored, 'question'> & { rated: Rated | null } => ({
  ...row,
  rated: question ? { text: question.text, most: numbersOf(question)?.to ?? null } : null,
})
