import { problem } from '../problem'
import { BrokenForm, boundaryOf, type FormPart, partsOf } from './multipart'

/** A page of long answers in a script that takes nine bytes a character when a form encodes it. */
export const formBytes = 512 * 1024

/** Keeps a file that a form brings, and gives its id; or the name of what is wrong with it. `fields` came before it. */
export type TakeFile = (
  file: FormPart & { fileName: string },
  fields: URLSearchParams,
) => Promise<{ id: string } | { fault: FileFault }>
export type FileFault = 'tooLarge' | 'wrongType' | 'failed'
/** A file that wasn't kept. */
export type RefusedFile = { fileName: string; fault: FileFault }

export type ReadForm = { form: URLSearchParams; refused: readonly RefusedFile[] }

class TooLarge extends Error {}

/** Text of at most so many bytes. */
const readText = async (chunks: AsyncIterable<Uint8Array>, most: number): Promise<string> => {
  const all: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > most) throw new TooLarge()
    all.push(chunk)
  }
  return Buffer.concat(all).toString('utf8')
}

const readParts = async (
  body: ReadableStream<Uint8Array>,
  boundary: string,
  takeFile: TakeFile | undefined,
): Promise<ReadForm> => {
  const form = new URLSearchParams()
  const refused: RefusedFile[] = []
  let left = formBytes
  for await (const part of partsOf(body, boundary)) {
    const { name, fileName } = part
    left -= name.length
    if (fileName === undefined) {
      const text = await readText(part.body, left)
      left -= text.length
      form.append(name, text)
    } else if (fileName && takeFile) {
      const taken = await takeFile({ ...part, fileName }, form)
      if ('id' in taken) form.append(name, taken.id)
      else refused.push({ fileName, fault: taken.fault })
    }
  }
  return { form, refused }
}

/**
 * A posted form, or the answer that says why it isn't one. Files are kept by `takeFile` while the form arrives, and stand in it
 * by their ids; without it they are passed over.
 */
export const readForm = async (request: Request, takeFile?: TakeFile): Promise<ReadForm | Response> => {
  const type = request.headers.get('content-type') ?? ''
  const boundary = boundaryOf(type)
  if (boundary === undefined && !/^application\/x-www-form-urlencoded\b/i.test(type))
    return problem(415, 'The body must be a form: send it with "content-type: application/x-www-form-urlencoded".')
  const body = request.body ?? new Blob([]).stream()
  try {
    if (boundary !== undefined) return await readParts(body, boundary, takeFile)
    const text = await readText(body as unknown as AsyncIterable<Uint8Array>, formBytes)
    return { form: new URLSearchParams(text), refused: [] }
  } catch (error) {
    if (error instanceof TooLarge) return problem(413, `The form is larger than ${formBytes / 1024} KiB.`)
    if (error instanceof BrokenForm) return problem(400, `This is no form: ${error.message}.`)
    throw error
  }
}
