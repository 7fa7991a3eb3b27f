import type { GapSums } from '@/domain/analysis/experience-gap'
import { gapParts } from '@/domain/survey/question'
import { pool } from '../connection'

type GapFilter = {
  organizationId: string
  survey: string
  /** keys of gap questions */
  questions: readonly string[]
  /** instants; `to` is left out */
  from: Date
  to: Date
}

/** One row a gap question that somebody answered whole. */
export const sumGapAnswers = async ({ organizationId, survey, questions, from, to }: GapFilter): Promise<GapSums[]> => {
  const { rows } = await pool().query<GapSums>(
    `with asked as (
       select a.response_id, split_part(a.question, '.', 1) as question,
              max(a.number) filter (where a.question like '%.experience') as experience,
              max(a.number) filter (where a.question like '%.expectation') as expectation,
              max(a.number) filter (where a.question like '%.importance') as importance
         from answers a
        where a.organization_id = $1 and a.survey_id = (select id from surveys where organization_id = $1 and key = $2)
          and a.question = any($3) and a.submitted_at >= $4 and a.submitted_at < $5
        group by 1, 2
     )
     select question, count(*)::int as n, avg(experience)::float8 as experience, avg(expectation)::float8 as expectation,
            avg(importance)::float8 as importance, sum(experience - expectation)::float8 as "satisfactionSum",
            sum((experience - expectation) ^ 2)::float8 as "satisfactionSumSquares"
       from asked where experience is not null and expectation is not null and importance is not null
      group by question`,
    [organizationId, survey, questions.flatMap((key) => gapParts.map((part) => `${key}.${part}`)), from, to],
  )
  return rows
}
