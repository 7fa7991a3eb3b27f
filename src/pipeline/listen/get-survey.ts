import { loadPublished, loadVersion, type PublishedRow } from '@/store/survey/load-published'

/** A published survey by its public name, or undefined. */
export const getPublishedSurvey = async (slug: string): Promise<PublishedRow | undefined> =>
  (await loadPublished([slug])).get(slug)

/** The survey as it was in one of its versions, for a customer who began under it; undefined if it never had that version. */
export const getSurveyVersion = async (survey: PublishedRow, version: number): Promise<PublishedRow | undefined> => {
  if (version === survey.version) return survey
  const definition = await loadVersion(survey.organizationId, survey.surveyId, version)
  return definition && { ...survey, version, definition }
}

export type { PublishedRow } from '@/store/survey/load-published'
