import type { Narrowing } from '@/domain/analysis/narrowing'
import type { Period } from '@/domain/analysis/period'
import { type Summary, summarize } from '@/domain/analysis/summarize'
import { type Failure, isFailure } from '@/domain/errors'
import type { Localized } from '@/domain/localized'
import { cutsOf, leastsOf } from '@/domain/metric/cut'
import type { MetricKind } from '@/domain/score/score'
import { rangeOf } from '@/domain/survey/definition'
import { readDefinitions } from '@/store/metric/read-definitions'
import type { Reading } from '@/store/reports/reading'
import { sumRollupsBySurvey } from '@/store/reports/sum-rollups-by-survey'
import { listTaggedQuestions } from '@/store/survey/list-tagged-questions'

/** A rated question about a dimension or a module, on its own scale: questions are never averaged with one another. */
export type MeasuredQuestion = {
  tag: string
  survey: string
  surveyTitle: Localized
  key: string
  text: Localized
  kind: MetricKind
  range: { low: number; high: number }
  summary: Summary
}

type Asked = Narrowing & { organizationId: string; period: Period; reading?: Reading | undefined }

/** The rated questions of published surveys that name a dimension (or a module) and have answers; `too_slow` as `getHeadlines`. */
export const getTaggedQuestions = async (
  { period, ...filter }: Asked,
  by: 'dimension' | 'module',
): Promise<MeasuredQuestion[] | Failure> => {
  const tagged = await listTaggedQuestions(filter.organizationId, by)
  const metrics = [...new Set(tagged.map(({ question }) => question.key))]
  const definitions = await readDefinitions(filter.organizationId)
  const leasts = leastsOf(definitions)
  const sums = await sumRollupsBySurvey({ ...filter, ...period, metrics, cuts: cutsOf(definitions) })
  if (isFailure(sums)) return sums
  return tagged.flatMap(({ surveyId, survey, surveyTitle, question }) => {
    const own = sums.find((row) => row.surveyId === surveyId && row.metric === question.key)
    const range = rangeOf(question)
    const tag = question[by]
    if (!own || !range || tag === undefined) return []
    const { key, text } = question
    return [{ tag, survey, surveyTitle, key, text, kind: own.kind, range, summary: summarize(own.kind, own, leasts[own.kind]) }]
  })
}
