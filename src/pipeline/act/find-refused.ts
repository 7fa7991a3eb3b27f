import { readCursor, toPage, writeCursor } from '@/domain/cursor'
import { listMarks, type MarkRow } from '@/store/delivery/list-marks'

/** A page of the addresses that take no mail, the newest mark first. */
export const findRefused = async (
  organizationId: string,
  { limit, cursor }: { limit: number; cursor?: string | null | undefined },
): Promise<{ items: MarkRow[]; nextCursor: string | null }> => {
  const [at = '', address = ''] = readCursor(cursor, 2) ?? []
  const since = new Date(at)
  const after = Number.isNaN(since.getTime()) ? undefined : { since, address }
  const rows = await listMarks({ organizationId, limit, after })
  return toPage(rows, limit, (row) => writeCursor([row.since.toISOString(), row.address]))
}

export type { MarkRow } from '@/store/delivery/list-marks'
export { countMarks } from '@/store/delivery/list-marks'
