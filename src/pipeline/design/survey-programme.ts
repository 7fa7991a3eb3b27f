import { type Failure, fail } from '@/domain/errors'
import { prisma } from '@/store/connection'
import {
  type Published,
  publishDraft,
  readSurvey,
  readVersion,
  readVersions,
  restoreDraft,
  type StoredSurvey,
} from '@/store/programme/save-survey'

/** Makes the draft what customers see. */
export const publishSurvey = (organizationId: string, key: string, by?: string): Promise<Published | Failure> =>
  prisma().$transaction((db) => publishDraft({ db, organizationId, ...(by ? { by } : {}) }, key))

/** One published version's definition, or undefined. */
export const getSurveyVersion = (organizationId: string, key: string, version: number) =>
  readVersion({ db: prisma(), organizationId }, key, version)

/** Makes an earlier version the draft again; it isn't published by that. */
export const restoreVersion = async (
  organizationId: string,
  key: string,
  version: number,
): Promise<{ isChanged: boolean } | Failure> => {
  const change = await prisma().$transaction((db) => restoreDraft({ db, organizationId }, key, version))
  return change ? { isChanged: change !== 'unchanged' } : fail('not_found', `There is no version ${version} of "${key}".`)
}

/** A survey's draft with its slug and published version. */
export const getSurveyDraft = (organizationId: string, key: string): Promise<StoredSurvey | undefined> =>
  readSurvey({ db: prisma(), organizationId }, key)

/** Every published version, newest first. */
export const getSurveyVersions = (organizationId: string, key: string) => readVersions({ db: prisma(), organizationId }, key)
