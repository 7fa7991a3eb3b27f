import { v7 as uuidV7 } from 'uuid'
import { bytesOf } from '@/delivery/file/bytes-of'
import { type Failure, isFailure } from '@/domain/errors'
import type { ExportBook, ExportFormat, ExportValues } from '@/domain/export/export'
import { isOpen, type Progress } from '@/domain/work'
import type { Reference } from '@/queue/jobs'
import { surveysWithFew } from '@/store/anonymity/read-shown-page'
import { findExport, finishExport, nameFile } from '@/store/export/export-rows'
import { loadBook } from '@/store/export/load-book'
import { readExportRows } from '@/store/export/read-rows'
import { readSnapshot } from '@/store/read-snapshot'
import { exportStore } from '@/store/upload/file-store'
import { runWork, type Turn } from '@/store/work/run-work'
import { toNarrowing } from './find-responses'
import type { ExportAsked, ExportOf } from './request-export'

/** How long a file is kept. */
export const exportDays = 7
/** What must be left on the disk before another file is begun. */
const spareBytes = 512 * 1024 * 1024

export type ExportContent = {
  organizationId: string
  asked: ExportAsked
  hasCustomers: boolean
  format: ExportFormat
  values: ExportValues
  locale: string
}

async function* counted<Row>(
  batches: AsyncIterable<readonly Row[]>,
  total: number,
  tell: (progress: Progress) => void,
  signal?: AbortSignal,
): AsyncGenerator<readonly Row[]> {
  let done = 0
  tell({ done, total })
  for await (const rows of batches) {
    signal?.throwIfAborted()
    yield rows
    done += rows.length
    tell({ done, total })
  }
}

/**
 * Hands the bytes of a file of responses to `keep`, as they are read, all of them as they were at one moment. Answers how many responses
 * are in it.
 */
export const streamExport = async (
  content: ExportContent,
  tell: (progress: Progress) => void,
  keep: (body: AsyncIterable<Uint8Array>) => Promise<void>,
  signal?: AbortSignal,
): Promise<number | Failure> => {
  const { organizationId, asked, hasCustomers, format, values, locale } = content
  const narrowing = await toNarrowing({ ...asked, organizationId })
  if (isFailure(narrowing)) return narrowing
  return readSnapshot(async (client) => {
    const shown = { ...narrowing, without: await surveysWithFew(client, narrowing) }
    const { total, ...found } = await loadBook(client, shown, hasCustomers)
    const book: ExportBook = { ...found, values, locale, timeZone: asked.timeZone, hasCustomers }
    await keep(bytesOf(format, book, counted(readExportRows(client, shown, hasCustomers), total, tell, signal)))
    return total
  })
}

const perform = async (turn: Turn, record: ExportOf): Promise<void> => {
  const { organizationId, attempt } = turn
  const files = exportStore()
  // What an attempt that died left behind.
  if (record.fileId) await files.remove({ organizationId, id: record.fileId })
  if ((await files.freeBytes()) < spareBytes) throw Object.assign(new Error('the disk is nearly full'), { code: 'ENOSPC' })
  const file = { organizationId, id: uuidV7() }
  if (!(await nameFile(turn, file.id))) return
  let bytes = 0
  const measured = async function* (body: AsyncIterable<Uint8Array>) {
    for await (const chunk of body) {
      bytes += chunk.byteLength
      yield chunk
    }
  }
  const rows = await streamExport(
    { ...record, organizationId },
    turn.tell,
    (body) => files.write(file, measured(body)),
    turn.signal,
  )
  if (isFailure(rows)) throw new Error(`an export that was taken can’t be read: ${rows.error}`)
  if (!(await finishExport({ organizationId, id: turn.id, attempt }, { rows, bytes, days: exportDays }))) await files.remove(file)
}

/**
 * Writes the file of an export that was asked for. A worker that dies over it leaves a part of a file, which the next one removes before it
 * begins again, from a moment of its own.
 */
export const writeExport = async ({ organizationId, id }: Reference): Promise<void> => {
  const record = await findExport({ organizationId, id })
  if (!record || !isOpen(record.state)) return
  await runWork('exports', { organizationId, id }, { done: 0, total: null }, async (turn) => {
    // Read again: the one who had it until now has named its file since.
    await perform(turn, ((await findExport({ organizationId, id })) ?? record) as ExportOf)
  })
}
