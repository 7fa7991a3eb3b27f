import type { Failure } from '@/domain/errors'
import { prisma } from '@/store/connection'
import { type Published, publishDraft, readSurvey, readVersions, type StoredSurvey } from '@/store/programme/save-survey'

/** Makes the draft what customers see. */
export const publishSurvey = (organizationId: string, key: string): Promise<Published | Failure> =>
  prisma().$transaction((db) => publishDraft({ db, organizationId }, key))

/** A survey's draft with its slug and published version. */
export const getSurveyDraft = (organizationId: string, key: string): Promise<StoredSurvey | undefined> =>
  readSurvey({ db: prisma(), organizationId }, key)

/** Every published version, newest first. */
export const getSurveyVersions = (organizationId: string, key: string) => readVersions({ db: prisma(), organizationId }, key)
