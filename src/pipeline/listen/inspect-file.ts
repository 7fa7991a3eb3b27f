import { createHash } from 'node:crypto'
import type { FileQuestion } from '@/domain/survey/definition'
import { type FileType, fileTypes } from '@/domain/upload/file-types'
import { headBytes, sniff } from '@/domain/upload/sniff'

/** A file that its question doesn't take; the message says why. */
export class RefusedFile extends Error {
  override name = 'RefusedFile'
  constructor(
    readonly code: 'too_large' | 'type_refused' | 'invalid',
    message: string,
  ) {
    super(message)
  }
}

/** A file's bytes as they come; a stream is iterated too. */
export type Bytes = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>

type Limits = Pick<FileQuestion, 'maxBytes' | 'types'>

const checkType = (head: Uint8Array, { types }: Limits): FileType => {
  const found = sniff(head)
  if (!found || !types.includes(found.group))
    throw new RefusedFile('type_refused', `This question takes ${types.join(', ')}; the file is something else.`)
  return found
}

const isText = (type: FileType): boolean => type === fileTypes.text || type === fileTypes.csv

/** Looks at a file while it passes: its size, its hash, and what it is. `chunks` throws `RefusedFile` as soon as that is clear. */
export const inspect = (body: Bytes, limits: Limits) => {
  const hash = createHash('sha256')
  const words = new TextDecoder('utf-8', { fatal: true })
  let size = 0
  let type: FileType | undefined
  let waiting: Uint8Array[] = []

  const pass = (chunk: Uint8Array): Uint8Array => {
    if (type && isText(type)) {
      try {
        if (words.decode(chunk, { stream: true }).includes('\u0000')) throw new TypeError('a NUL')
      } catch {
        throw new RefusedFile('type_refused', 'The file looks like text, but isn’t UTF-8.')
      }
    }
    hash.update(chunk)
    return chunk
  }

  /** What has come so far, once its type is known. */
  const settle = (): Uint8Array => {
    const head = Buffer.concat(waiting)
    waiting = []
    type = checkType(head, limits)
    return pass(head)
  }

  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > limits.maxBytes) throw new RefusedFile('too_large', `The file is larger than ${limits.maxBytes} bytes.`)
      if (type) yield pass(chunk)
      else {
        waiting.push(chunk)
        if (size >= headBytes) yield settle()
      }
    }
    if (size === 0) throw new RefusedFile('invalid', 'The file is empty.')
    if (!type) yield settle()
  }

  return {
    chunks,
    /** when all of it has passed */
    result: (): { size: number; sha256: string; type: FileType } => {
      if (!type) throw new Error('the file has not passed yet')
      return { size, sha256: hash.digest('hex'), type }
    },
  }
}
