import { v7 as uuidV7 } from 'uuid'
import { type Failure, fail } from '@/domain/errors'
import { type FileQuestion, questionsOf, type SurveyDefinition } from '@/domain/survey/definition'
import { cleanFileName } from '@/domain/upload/file-name'
import { findStoredResponse } from '@/store/response/find-stored-response'
import { findVersionAsking } from '@/store/survey/find-version-asking'
import { loadVersion } from '@/store/survey/load-published'
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

const fileQuestion = (definition: SurveyDefinition | undefined, question: string): FileQuestion | undefined => {
  const asked = definition && questionsOf(definition).find(({ key }) => key === question)
  return asked?.kind === 'file' ? asked : undefined
}

/**
 * The question as the response's own version asks it. Before the first save that is the version which is published now, or, from a
 * page that was open when it was published, the newest that had such a question: the answer is checked under its version anyway.
 */
const findQuestion = async (survey: PublishedRow, question: string, responseId: string): Promise<FileQuestion | undefined> => {
  const { organizationId, surveyId } = survey
  const stored = await findStoredResponse(organizationId, responseId)
  const begun = stored?.surveyId === surveyId ? await loadVersion(organizationId, surveyId, stored.version) : undefined
  const asked = fileQuestion(begun, question) ?? fileQuestion(survey.definition, question)
  if (asked) return asked
  const earlier = await findVersionAsking(organizationId, surveyId, { key: question, kind: 'file' })
  return earlier === undefined ? undefined : fileQuestion(await loadVersion(organizationId, surveyId, earlier), question)
}

type Named = { slug: string; question: string; responseId: string; origin: string | null }

/** The question that a file is for, with its limits; a failure if it can't take one. Known before a byte of it is read. */
export const findUploadPlace = async ({ slug, question, responseId, origin }: Named): Promise<UploadPlace | Failure> => {
  const survey = await getPublishedSurvey(slug)
  if (!survey) return fail('survey_not_found', `There is no published survey "${slug}".`)
  if (survey.isClosed) return fail('survey_closed', 'This survey is closed.')
  if (!isAllowedOrigin(origin, survey.definition.origins))
    return fail('forbidden', `This survey doesn’t take answers from ${origin}.`)
  const asked = await findQuestion(survey, question, responseId)
  if (!asked) return fail('invalid', undefined, [{ path: 'question', message: `there is no file question "${question}"` }])
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
