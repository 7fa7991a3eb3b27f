import type { Place } from '../hosted-data'
import type { Given } from '../view/props'
import { isAttended } from './presence'
import { tab } from './storage'

/** Where a tab left a survey. `isFree`: it left by itself; without that it may be a copy of a tab that goes on. */
export type Kept = { place: Place; given: Given; isFree?: boolean }

export const keyOf = (slug: string): string => `earshot.${slug}`

/**
 * Where this tab left the survey, unless the survey has changed since. A tab that was duplicated brings its original's answers
 * along: it begins anew, so that two pages never write one response.
 */
export const resume = async (slug: string, version: number): Promise<Kept | undefined> => {
  const kept = tab.get<Kept>(keyOf(slug))
  if (kept?.place?.version !== version) return undefined
  return kept.isFree || !(await isAttended(kept.place.id)) ? kept : undefined
}
