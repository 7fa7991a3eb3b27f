import { readTestToken } from '@/auth/test-link'
import { finishedOf } from '@/domain/survey/finished'
import { loadTest } from '@/store/survey/load-test'
import type { PublishedRow } from './get-survey'

/** What the page says of itself. `version`: that which is tested; of a draft the one that customers see, if there is one. */
export type TestMark = { isDraft: boolean; version: number | null; memberLocale: string }

/** A survey on trial, as a public page needs it. A draft's `version` is its revision: it is no version yet. */
export type TestedSurvey = PublishedRow & { test: TestMark }

/** `unfinished`: the draft lacks at this moment what a survey needs. */
export type OpenTest = TestedSurvey | { unfinished: true; memberLocale: string }

/** What a test's link opens; undefined if it opens nothing (any more). Keeps nothing of it, and nothing of what is answered. */
export const openTest = async (token: string, now: Date): Promise<OpenTest | undefined> => {
  const link = readTestToken(token, now)
  const row = link && (await loadTest(link))
  if (!link || !row) return undefined
  const { surveyId, slug, touchpointId, memberLocale, draftRevision, publishedVersion } = row
  const isDraft = link.version === 0
  const definition = isDraft ? finishedOf(row.draft) : row.definition
  if (!definition) return isDraft ? { unfinished: true, memberLocale } : undefined
  return {
    organizationId: link.organizationId,
    ...{ surveyId, slug, touchpointId, definition },
    version: isDraft ? draftRevision : link.version,
    // Whoever tries a survey out wants to see it, also while customers can't.
    isClosed: false,
    test: { isDraft, version: isDraft ? publishedVersion : link.version, memberLocale },
  }
}
