import { isUuid, readTimeCursor, toPage, writeCursor } from '@/domain/cursor'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { cancelExport as cancel, findExport, listExports, noteDownload } from '@/store/export/export-rows'
import { exportStore } from '@/store/upload/file-store'
import type { ExportOf } from './request-export'

type Asker = { organizationId: string; by: string }
const missing = () => fail('not_found', 'There is no such export of yours.')

/** One's own exports, newest first. */
export const findExports = async (
  { organizationId, by }: Asker,
  { limit, cursor }: { limit: number; cursor?: string | null | undefined },
): Promise<{ items: ExportOf[]; nextCursor: string | null }> => {
  const rows = await listExports({ organizationId, by, limit: limit + 1, after: readTimeCursor(cursor) ?? undefined })
  return toPage(rows as ExportOf[], limit, ({ createdAt, id }) => writeCursor([createdAt.toISOString(), id]))
}

/** Who exported what, everybody’s, newest first: the record that stays when the files are gone. */
export const listExportRecords = async (organizationId: string, limit: number): Promise<ExportOf[]> =>
  (await listExports({ organizationId, limit })) as ExportOf[]

/** One of one's own. */
export const getExport = async ({ organizationId, by }: Asker, id: string): Promise<ExportOf | Failure> => {
  const found = isUuid(id) ? await findExport({ organizationId, id }) : undefined
  return found?.by === by ? (found as ExportOf) : missing()
}

/**
 * The file of one of one's own, noted as taken: `conflict` while it isn't there or once its days are over, `forbidden` where it has
 * customers in it whom the caller may not see (any more).
 */
export const openExport = async (
  asker: Asker,
  id: string,
  mayReadCustomers: boolean,
): Promise<{ record: ExportOf; body: ReadableStream<Uint8Array> } | Failure> => {
  const record = await getExport(asker, id)
  if (isFailure(record)) return record
  if (record.hasCustomers && !mayReadCustomers)
    return fail('forbidden', 'The file has customers in it, which your role may not see.')
  if (record.state !== 'done' || record.fileId === null)
    return fail('conflict', record.state === 'expired' ? 'The file was deleted. Export again.' : 'The file isn’t ready.')
  const body = await exportStore().read({ organizationId: asker.organizationId, id: record.fileId })
  if (!body) return fail('not_found', 'The file is gone. Export again.')
  await noteDownload({ organizationId: asker.organizationId, id })
  return { record, body }
}

/** Stops one of one's own, or gives its file up. */
export const cancelExport = async ({ organizationId, by }: Asker, id: string): Promise<ExportOf | Failure> => {
  if (!isUuid(id) || !(await cancel({ organizationId, id }, by))) {
    const found = await getExport({ organizationId, by }, id)
    return isFailure(found) ? found : fail('conflict', 'There is nothing to cancel any more.')
  }
  return getExport({ organizationId, by }, id)
}
