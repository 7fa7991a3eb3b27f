/**
 * Where a list goes on: the sort key of the last row that was shown. Opaque to those who pass it on, harmless when
 * forged, since it only says where to start within what one may see.
 */
export const writeCursor = (parts: readonly (string | number)[]): string =>
  parts.map((part) => encodeURIComponent(String(part)).replaceAll('~', '%7E')).join('~')

export const readCursor = (cursor: string | null | undefined, length: number): string[] | null => {
  const parts = cursor?.split('~')
  if (parts?.length !== length) return null
  try {
    return parts.map(decodeURIComponent)
  } catch {
    return null
  }
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
export const isUuid = (text: string): boolean => uuidShape.test(text)

/** An instant that a database can hold: JavaScript knows years that PostgreSQL doesn't. */
export const readInstant = (text: string): Date | undefined => {
  const instant = new Date(text)
  return /^\d{4}-/.test(text) && !Number.isNaN(instant.getTime()) ? instant : undefined
}

/** A cursor of an instant and an id, newest first, as most lists have. */
export const readTimeCursor = (cursor: string | null | undefined): { at: Date; id: string } | null => {
  const [text = '', id = ''] = readCursor(cursor, 2) ?? []
  const at = readInstant(text)
  return at && isUuid(id) ? { at, id } : null
}

/** Cuts the extra row that tells whether there is a next page. */
export const toPage = <Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => string,
): { items: Row[]; nextCursor: string | null } => {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last ? cursorOf(last) : null }
}
