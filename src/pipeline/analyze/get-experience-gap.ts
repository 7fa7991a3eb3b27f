import { addDays, startOfDay } from '@/domain/analysis/calendar'
import { experienceGaps, type Gap } from '@/domain/analysis/experience-gap'
import { type Period, previousPeriod } from '@/domain/analysis/period'
import type { GapQuestion } from '@/domain/survey/question'
import { sumGapAnswers } from '@/store/reports/sum-gap-answers'
import { type GapSurvey, listGapSurveys } from '@/store/survey/list-gap-surveys'

export type { GapSurvey }

/** `before`: the same question in the period before, where it was answered. */
export type MeasuredGap = Gap & { asked: GapQuestion; before: Gap | undefined }

/** The surveys that ask for the gap, the one looked at, and its gaps, the worst first. */
export type ExperienceGap = { surveys: GapSurvey[]; survey: GapSurvey | undefined; gaps: MeasuredGap[] }

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
  if (!survey) return { surveys, survey, gaps: [] }
  const measure = async (span: Period): Promise<Gap[]> =>
    experienceGaps(
      await sumGapAnswers({
        ...{ organizationId, survey: survey.key, questions: survey.questions.map(({ key }) => key) },
        ...{ from: startOfDay(span.from, timeZone), to: startOfDay(addDays(span.to, 1), timeZone) },
      }),
      ideals,
    )
  const [now, before] = await Promise.all([measure(period), measure(previousPeriod(period))])
  const gaps = now.flatMap((gap) => {
    const asked = survey.questions.find(({ key }) => key === gap.question)
    return asked ? [{ ...gap, asked, before: before.find(({ question }) => question === gap.question) }] : []
  })
  return { surveys, survey, gaps }
}
