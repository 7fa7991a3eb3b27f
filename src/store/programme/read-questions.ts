import { type Question, questionsOf, type SurveyDefinition } from '@/domain/survey/definition'
import type { Scope } from './transaction'

/** A question that a survey asks, or will ask once its draft is published. */
export type PlacedQuestion = { survey: string; question: Question }

/** A draft that is still being written may lack its pages. */
const questionsIn = (definition: unknown): Question[] => {
  const { pages } = (definition ?? {}) as Partial<SurveyDefinition>
  return Array.isArray(pages) ? questionsOf(definition as SurveyDefinition) : []
}

/** All questions of drafts, and of versions that customers see. */
export const readQuestions = async ({ db, organizationId }: Scope): Promise<PlacedQuestion[]> => {
  const surveys = await db.survey.findMany({
    where: { organizationId },
    select: { id: true, key: true, draft: true, publishedVersion: true },
    orderBy: { createdAt: 'asc' },
  })
  const published = await db.surveyVersion.findMany({
    where: {
      organizationId,
      OR: surveys.flatMap(({ id, publishedVersion }) =>
        publishedVersion === null ? [] : [{ surveyId: id, number: publishedVersion }],
      ),
    },
    select: { surveyId: true, definition: true },
  })
  return surveys.flatMap(({ id, key, draft }) =>
    [draft, published.find(({ surveyId }) => surveyId === id)?.definition].flatMap((definition) =>
      questionsIn(definition).map((question) => ({ survey: key, question })),
    ),
  )
}
