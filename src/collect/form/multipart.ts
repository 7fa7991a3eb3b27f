/** A body that says it is a form and isn't one. */
export class BrokenForm extends Error {
  override name = 'BrokenForm'
}

/** One field as it arrives. `fileName` is there for a file, '' where none was chosen. What isn't read of the body is passed over. */
export type FormPart = { name: string; fileName: string | undefined; body: AsyncGenerator<Uint8Array> }

const lineEnd = Buffer.from('\r\n')
const headEnd = Buffer.from('\r\n\r\n')
const longestHead = 16 * 1024
/** What one form may bring in all, files and all. */
const mostBytes = 128 * 1024 * 1024

/** Browsers write the three characters that would end a name as percent codes (HTML, "multipart/form-data encoding algorithm"). */
const plain = (name: string): string =>
  name.replace(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const read = (head: string, name: string): string | undefined => {
  const found = new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(head)?.[1]
  return found === undefined ? undefined : plain(found)
}

/** The boundary that a content type of `multipart/form-data` names; undefined for another one. */
export const boundaryOf = (contentType: string): string | undefined => {
  const [, quoted, bare] =
    /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70})(?![^\s;]))/i.exec(contentType) ?? []
  return quoted ?? bare
}

/**
 * The fields of a `multipart/form-data` body (RFC 7578) in their order, none of them held in memory. A field's body has to be read
 * before the next field is asked for; throws `BrokenForm` where the body isn't such a form.
 */
export async function* partsOf(body: ReadableStream<Uint8Array>, boundary: string): AsyncGenerator<FormPart> {
  const reader = body.getReader()
  const mark = Buffer.from(`\r\n--${boundary}`)
  // The first boundary begins the body; every other one begins a line.
  let buffer: Buffer = lineEnd
  let left = mostBytes
  const readMore = async (): Promise<void> => {
    const { done, value } = await reader.read()
    if (done) throw new BrokenForm('the form ends before its last boundary')
    left -= value.length
    if (left < 0) throw new BrokenForm('it is too large')
    buffer = Buffer.concat([buffer, value])
  }
  let isAtMark = false
  /** What stands before the next boundary. */
  async function* upToMark(): AsyncGenerator<Uint8Array> {
    while (!isAtMark) {
      const at = buffer.indexOf(mark)
      // The end of what has come may be the beginning of a boundary.
      const until = at < 0 ? Math.max(0, buffer.length - mark.length) : at
      const piece = buffer.subarray(0, until)
      isAtMark = at >= 0
      buffer = buffer.subarray(isAtMark ? until + mark.length : until)
      if (piece.length > 0) yield piece
      if (!isAtMark) await readMore()
    }
  }
  const passOver = async (): Promise<void> => {
    for await (const _ of upToMark());
  }
  try {
    await passOver()
    for (;;) {
      while (buffer.length < 2) await readMore()
      if (buffer.subarray(0, 2).toString('latin1') === '--') return
      while (buffer.indexOf(headEnd) < 0) {
        if (buffer.length > longestHead) throw new BrokenForm('a field’s head is too long')
        await readMore()
      }
      const end = buffer.indexOf(headEnd)
      const head = buffer.subarray(0, end).toString('utf8')
      // A field that is empty ends with the line end that its head ends with.
      buffer = buffer.subarray(end + headEnd.length)
      const name = read(head, 'name')
      if (name === undefined) throw new BrokenForm('a field has no name')
      isAtMark = false
      yield { name, fileName: read(head, 'filename'), body: upToMark() }
      await passOver()
    }
  } finally {
    await reader.cancel()
  }
}
