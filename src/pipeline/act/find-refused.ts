import { readCursor, readInstant, toPage, writeCursor } from '@/domain/cursor'
import { type Marks, marksSchema } from '@/domain/delivery/clear-marks'
import { type Failure, fail } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { countMarks } from '@/store/delivery/clear-marks'
import { listMarks, type MarkRow } from '@/store/delivery/list-marks'

/** A page of the addresses that take no mail, the newest mark first. */
export const findRefused = async (
  organizationId: string,
  { limit, cursor }: { limit: number; cursor?: string | null | undefined },
): Promise<{ items: MarkRow[]; nextCursor: string | null }> => {
  const [at = '', address = ''] = readCursor(cursor, 2) ?? []
  const since = readInstant(at)
  const after = since && { since, address }
  const rows = await listMarks({ organizationId, limit, after })
  return toPage(rows, limit, (row) => writeCursor([row.since.toISOString(), row.address]))
}

/** How many addresses take no mail. */
export const countAllRefused = (organizationId: string): Promise<number> => countMarks(organizationId, { all: true })

/** How many marks clearing these would come to, asked before it is done. */
export const countRefused = async (
  organizationId: string,
  input: unknown,
): Promise<{ marks: Marks; count: number } | Failure> => {
  const parsed = parse(marksSchema, input)
  if ('errors' in parsed) return fail('invalid', parsed.errors.map(({ message }) => message).join('; '), parsed.errors)
  return { marks: parsed.value, count: await countMarks(organizationId, parsed.value) }
}

export type { MarkRow } from '@/store/delivery/list-marks'
