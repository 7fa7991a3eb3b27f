import { loadPublished, type PublishedRow } from '@/store/survey/load-published'

/** A published survey by its public name, or undefined. */
export const getPublishedSurvey = async (slug: string): Promise<PublishedRow | undefined> =>
  (await loadPublished([slug])).get(slug)

export type { PublishedRow } from '@/store/survey/load-published'
