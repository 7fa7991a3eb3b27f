import { v7 as uuidV7 } from 'uuid'
import { type Failure, fail, isFailure } from '@/domain/errors'
import type { FileQuestion } from '@/domain/survey/definition'
import { fileTypes } from '@/domain/survey/question'
import { cleanFileName } from '@/domain/upload/file-name'
import { findUploadPlace, type Uploaded } from './accept-upload'
import { type Bytes, inspect, RefusedFile } from './inspect-file'

type Limits = Pick<FileQuestion, 'maxBytes' | 'types'>

/** A test's file is looked at like a customer's, under its question's limits, and thrown away: nothing of it reaches the disk. */
export const tryUpload = async (
  limits: Limits,
  { name, body }: { name: string; body: Bytes },
  now: Date,
): Promise<Uploaded | Failure> => {
  const inspected = inspect(body, limits)
  try {
    for await (const _ of inspected.chunks()) {
      // Read to its end, so that its size is known.
    }
  } catch (error) {
    if (error instanceof RefusedFile) return fail(error.code, error.message)
    throw error
  }
  const { size, type } = inspected.result()
  return { id: uuidV7({ msecs: now.getTime() }), name: cleanFileName(name, type), size, type: type.type }
}

/** As wide as a question can be: a draft's isn't known from the upload alone. */
const widest = { maxBytes: 25 * 1024 * 1024, types: fileTypes }

/** What a test's file must keep to: the limits of the question that customers see, if they see it already. */
export const limitsOfTest = async (named: Parameters<typeof findUploadPlace>[0]): Promise<Limits> => {
  const place = await findUploadPlace(named)
  return isFailure(place) ? widest : place.question
}
