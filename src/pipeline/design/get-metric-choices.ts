import type { Localized } from '@/domain/localized'
import { type QuestionChoice, questionChoices } from '@/domain/metric/question-choices'
import { prisma } from '@/store/connection'
import { readQuestions } from '@/store/programme/read-questions'
import { listSurveyTitles } from '@/store/survey/list-survey-titles'

export type MetricChoices = { questions: QuestionChoice[]; surveys: { key: string; title: Localized }[] }

/** What a metric can be made of. */
export const getMetricChoices = async (organizationId: string): Promise<MetricChoices> => {
  const [placed, surveys] = await Promise.all([readQuestions({ db: prisma(), organizationId }), listSurveyTitles(organizationId)])
  return { questions: questionChoices(placed), surveys }
}
