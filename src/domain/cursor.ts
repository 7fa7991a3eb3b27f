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

/** A cursor of an instant and an id, newest first, as most lists have. */
export const readTimeCursor = (cursor: string | null | undefined): { at: Date; id: string } | null => {
  const [at = '', id = ''] = readCursor(cursor, 2) ?? []
  const instant = new Date(at)
  return Number.isNaN(instant.getTime()) || !/^\d{4}-/.test(at) || !isUuid(id) ? null : { at: instant, id }
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
