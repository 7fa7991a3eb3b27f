import { uuidSchema } from '@/domain/schemas'
import { fileStore } from '@/store/upload/file-store'
import { findUpload, type UploadRow } from '@/store/upload/find-upload'

/** A file that a customer sent, and its bytes; undefined if this organization has none of that id. */
export const getUpload = async (
  organizationId: string,
  id: string,
): Promise<(UploadRow & { body: ReadableStream<Uint8Array> }) | undefined> => {
  const known = uuidSchema.safeParse(id)
  const row = known.success ? await findUpload(organizationId, known.data) : undefined
  const body = row && (await fileStore().read({ organizationId, id: row.id }))
  return row && body && { ...row, body }
}
