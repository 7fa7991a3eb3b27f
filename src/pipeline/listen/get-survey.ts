import { isDatabaseDown } from '@/store/connection'
import { loadPublished, loadVersion, type PublishedRow } from '@/store/survey/load-published'

/** What was last read of each survey, for the minutes in which the database is away. Bounded: the oldest leave first. */
const lastKnown = new Map<string, PublishedRow>()
const keptSurveys = 500

const remember = (slug: string, survey: PublishedRow | undefined): void => {
  lastKnown.delete(slug)
  if (survey) lastKnown.set(slug, survey)
  const oldest = lastKnown.keys().next().value
  if (lastKnown.size > keptSurveys && oldest !== undefined) lastKnown.delete(oldest)
}

/**
 * A published survey by its public name, or undefined. While the database is away it is the one read last, so that a
 * customer keeps their page and its answers; if none was read, the database's error is thrown.
 */
export const getPublishedSurvey = async (slug: string): Promise<PublishedRow | undefined> => {
  try {
    const survey = (await loadPublished([slug])).get(slug)
    remember(slug, survey)
    return survey
  } catch (error) {
    const known = isDatabaseDown(error) ? lastKnown.get(slug) : undefined
    if (!known) throw error
    return known
  }
}

/** The survey as it was in one of its versions, for a customer who began under it; undefined if it never had that version. */
export const getSurveyVersion = async (survey: PublishedRow, version: number): Promise<PublishedRow | undefined> => {
  if (version === survey.version) return survey
  const definition = await loadVersion(survey.organizationId, survey.surveyId, version)
  return definition && { ...survey, version, definition }
}

export type { PublishedRow } from '@/store/survey/load-published'
