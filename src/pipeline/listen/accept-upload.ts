import { v7 as uuidV7 } from 'uuid'
import { type Failure, fail } from '@/domain/errors'
import { type FileQuestion, questionsOf } from '@/domain/survey/definition'
import { cleanFileName } from '@/domain/upload/file-name'
import { beginUpload } from '@/store/upload/begin-upload'
import { fileStore } from '@/store/upload/file-store'
import { finishUpload, forgetUpload } from '@/store/upload/finish-upload'
import { isAllowedOrigin } from './allowed-origin'
import { getPublishedSurvey, type PublishedRow } from './get-survey'
import { type Bytes, inspect, RefusedFile } from './inspect-file'

/** Files of one response at one time, those that were replaced again included. */
const mostFiles = 30
/** Where less than this is left on the disk, the database needs it more. */
const reservedBytes = 1024 * 1024 * 1024

export type UploadPlace = { survey: PublishedRow; question: FileQuestion }
export type Uploaded = { id: string; name: string; size: number; type: string }

/** The question that a file is for, with its limits; a failure if it can't take one. Known before a byte of it is read. */
export const findUploadPlace = async (slug: string, question: string, origin: string | null): Promise<UploadPlace | Failure> => {
  const survey = await getPublishedSurvey(slug)
  if (!survey) return fail('survey_not_found', `There is no published survey "${slug}".`)
  if (survey.isClosed) return fail('survey_closed', 'This survey is closed.')
  if (!isAllowedOrigin(origin, survey.definition.origins))
    return fail('forbidden', `This survey doesn’t take answers from ${origin}.`)
  const asked = questionsOf(survey.definition).find(({ key }) => key === question)
  if (asked?.kind !== 'file')
    return fail('invalid', undefined, [{ path: 'question', message: `there is no file question "${question}"` }])
  return { survey, question: asked }
}

type Arriving = { responseId: string; name: string; body: Bytes }

/**
 * Receives a file for a question of one response. The row comes first, so that no file is ever without one; the file is cut
 * off as soon as it is too large or isn't of a type that the question takes, and then nothing of it stays.
 */
export const acceptUpload = async (
  { survey, question }: UploadPlace,
  { responseId, name, body }: Arriving,
  now: Date,
): Promise<Uploaded | Failure> => {
  const { organizationId, surveyId } = survey
  const { key: questionKey, maxBytes } = question
  if ((await fileStore().freeBytes()) < reservedBytes + maxBytes)
    return fail('overloaded', 'There is no room for files just now.')
  const id = uuidV7({ msecs: now.getTime() })
  const key = { organizationId, id }
  const draft = cleanFileName(name, { extension: 'part' })
  if (!(await beginUpload({ ...key, surveyId, question: questionKey, responseId, name: draft, createdAt: now }, mostFiles)))
    return fail('too_many', `A response takes at most ${mostFiles} files.`)
  const inspected = inspect(body, question)
  try {
    await fileStore().write(key, inspected.chunks())
    const { size, sha256, type } = inspected.result()
    const kept = { name: cleanFileName(name, type), size, type: type.type, sha256 }
    await finishUpload(key, kept)
    return { id, name: kept.name, size, type: kept.type }
  } catch (error) {
    await fileStore().remove(key)
    await forgetUpload(key)
    if (error instanceof RefusedFile) return fail(error.code, error.message)
    throw error
  }
}
