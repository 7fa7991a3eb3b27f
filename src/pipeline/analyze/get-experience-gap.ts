import { addDays, startOfDay } from '@/domain/analysis/calendar'
import { adjustComparisons, type Comparison, compareSums } from '@/domain/analysis/compare-sums'
import { experienceGaps, type Gap, type GapSums } from '@/domain/analysis/experience-gap'
import { type Period, previousPeriod } from '@/domain/analysis/period'
import { noSums, type Sums } from '@/domain/analysis/summarize'
import type { GapQuestion } from '@/domain/survey/question'
import { sumGapAnswers } from '@/store/reports/sum-gap-answers'
import { type GapSurvey, listGapSurveys } from '@/store/survey/list-gap-surveys'

export type { GapSurvey }

/**
 * `before`: the same question in the period before, where it was answered. `change` of satisfaction since then, significant as
 * far as all questions compared leave it so.
 */
export type MeasuredGap = Gap & { asked: GapQuestion; before: Gap | undefined; change: Comparison | null }

/** The surveys that ask for the gap, the one looked at, and its gaps, the worst first. */
export type ExperienceGap = {
  surveys: GapSurvey[]
  survey: GapSurvey | undefined
  gaps: MeasuredGap[]
  /** the questions of which too few anonymous answers are there to be told, and under how many those are */
  hidden: { questions: GapQuestion[]; least: number } | null
}

type Asked = {
  organizationId: string
  timeZone: string
  period: Period
  /** a key; the first survey that asks for the gap unless it does */
  survey?: string | undefined
  /** by question, 1 … 10 */
  ideals?: Readonly<Record<string, number>> | undefined
}

export const getExperienceGap = async (asked: Asked): Promise<ExperienceGap> => {
  const { organizationId, timeZone, period, survey: wanted, ideals } = asked
  const surveys = await listGapSurveys(organizationId)
  const survey = surveys.find(({ key }) => key === wanted) ?? surveys[0]
  if (!survey) return { surveys, survey, gaps: [], hidden: null }
  const measure = (span: Period) =>
    sumGapAnswers({
      ...{ organizationId, survey: survey.key, questions: survey.questions.map(({ key }) => key) },
      period: span,
      ...{ from: startOfDay(span.from, timeZone), to: startOfDay(addDays(span.to, 1), timeZone) },
    })
  const [now, before] = await Promise.all([measure(period), measure(previousPeriod(period))])
  const [gaps, gapsBefore] = [experienceGaps(now, ideals), experienceGaps(before, ideals)]
  const satisfactionOf = (sums: readonly GapSums[], question: string): Sums => {
    const found = sums.find((one) => one.question === question)
    return found ? { ...noSums, n: found.n, sum: found.satisfactionSum, sumSquares: found.satisfactionSumSquares } : noSums
  }
  const changes = adjustComparisons(
    gaps.map(({ question }) => compareSums('mean', satisfactionOf(now, question), satisfactionOf(before, question))),
  )
  const few = now.filter(({ hidden }) => hidden !== undefined)
  return {
    surveys,
    survey,
    hidden: few[0]?.hidden
      ? { questions: survey.questions.filter(({ key }) => few.some(({ question }) => question === key)), least: few[0].hidden }
      : null,
    gaps: gaps.flatMap((gap, at) => {
      const asked = survey.questions.find(({ key }) => key === gap.question)
      const earlier = gapsBefore.find(({ question }) => question === gap.question)
      return asked ? [{ ...gap, asked, before: earlier, change: changes[at] ?? null }] : []
    }),
  }
}
