import { fileStore } from '@/store/upload/file-store'
import { forgetUpload } from '@/store/upload/finish-upload'
import { takeAbandoned } from '@/store/upload/take-abandoned'

/** How long a file may wait for the answer that names it. */
const abandonedHours = 24
const limit = 200

/**
 * Removes files that no answer names. The mark comes first, then the file, then the row: wherever it is cut short, the next
 * turn goes on, and no answer can name a file that is half gone. Answers how many were removed.
 */
export const sweepUploads = async (): Promise<number> => {
  const abandoned = await takeAbandoned(abandonedHours, limit)
  for (const key of abandoned) {
    await fileStore().remove(key)
    await forgetUpload(key)
  }
  return abandoned.length
}
