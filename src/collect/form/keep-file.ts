import { isFailure } from '@/domain/errors'
import { acceptUpload, findUploadPlace } from '@/pipeline/listen/accept-upload'
import { takeUpload } from '../limits'
import type { TakeFile } from './read-form'

type Place = {
  slug: string
  /** of the response that the file is for; undefined where the form doesn't say */
  responseId: (fields: URLSearchParams) => string | undefined
  address: string
  /** of the whole form, as it is declared */
  bytes: number
}

/** Keeps the files of a form that was posted from a page of ours, without a script. */
export const keepFile =
  ({ slug, responseId, address, bytes }: Place): TakeFile =>
  async ({ name, fileName, body }, fields) => {
    const id = responseId(fields)
    const place = id !== undefined && (await findUploadPlace({ slug, question: name, responseId: id, origin: null }))
    if (!place || isFailure(place)) return { fault: 'failed' }
    const { maxBytes } = place.question
    if (await takeUpload(address, Math.min(maxBytes, bytes || maxBytes))) return { fault: 'failed' }
    const uploaded = await acceptUpload(place, { responseId: id, name: fileName, body }, new Date())
    if (!isFailure(uploaded)) return { id: uploaded.id }
    return { fault: uploaded.error === 'too_large' ? 'tooLarge' : uploaded.error === 'type_refused' ? 'wrongType' : 'failed' }
  }
