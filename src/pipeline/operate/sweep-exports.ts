import { forgetFile, takeStaleFiles } from '@/store/export/stale-files'
import { exportStore } from '@/store/upload/file-store'

const limit = 200

/** Removes the files of exports whose days are over, or that were cancelled. The file goes first: wherever it is cut short, the next turn goes on. */
export const sweepExports = async (): Promise<number> => {
  const stale = await takeStaleFiles(limit)
  for (const { organizationId, id, fileId } of stale) {
    await exportStore().remove({ organizationId, id: fileId })
    await forgetFile({ organizationId, id, fileId })
  }
  return stale.length
}
