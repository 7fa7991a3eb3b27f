import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { Failure } from '@/domain/errors'
import type { MetricKind } from '@/domain/score/score'
import { pool } from '../connection'
import { type RollupFilter, rollupParameters, rollupWhere, type SummedRow, sumColumns } from './rollup-filter'
import { sumScores } from './sum-scores'

type SurveyRow = SummedRow & { surveyId: string; kind: MetricKind }

/** One row a metric and survey that has answers; from single responses where rollups can't tell. */
export const sumRollupsBySurvey = async (filter: RollupFilter): Promise<SurveyRow[] | Failure> => {
  const columns = (row: string) => `${row}.metric, ${row}.survey_id as "surveyId", min(${row}.kind) as kind`
  if (!isKeptInRollups(filter)) return sumScores<SurveyRow>(filter, { columns: columns('s'), groupBy: 's.metric, s.survey_id' })
  const { rows } = await pool().query<SurveyRow>(
    `select ${columns('r')}, ${sumColumns(filter)} from rollups r where ${rollupWhere} group by r.metric, r.survey_id having sum(r.n) > 0`,
    rollupParameters(filter),
  )
  return rows
}
