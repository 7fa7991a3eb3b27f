import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { Failure } from '@/domain/errors'
import { pool } from '../connection'
import { type RollupFilter, rollupParameters, rollupWhere, sumColumns } from './rollup-filter'
import { type ByRow, sumBy } from './sum-by'
import { withAnonymousBy } from './with-anonymous-by'

type SurveyRow = ByRow<'survey'>

const readSurveys = async (filter: RollupFilter): Promise<SurveyRow[] | Failure> => {
  if (!isKeptInRollups(filter)) return sumBy(filter, 'survey')
  const { rows } = await pool().query<SurveyRow>(
    `select r.metric, r.survey_id as "surveyId", min(r.kind) as kind, ${sumColumns(filter)} from rollups r where ${rollupWhere}
      group by r.metric, r.survey_id having sum(r.n) > 0`,
    rollupParameters(filter),
  )
  return rows
}

/** One row a metric and survey that has answers; from single responses where rollups can't tell. Anonymous ones as far as they may be told. */
export const sumRollupsBySurvey = (filter: RollupFilter): Promise<SurveyRow[] | Failure> =>
  withAnonymousBy('survey', filter, readSurveys)
