import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { parseDocument } from 'yaml'

/**
 * The content of a programme file. JSON is YAML, so one parser reads both; it says the line of a mistake, refuses
 * duplicate keys, and limits aliases so that a small file can't become a huge one.
 */
export const readProgrammeFile = async (file: string): Promise<{ value: unknown } | { error: string }> => {
  let content: string
  try {
    content = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8')
  } catch (error) {
    return {
      error: `${file}: it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'}); check the name and its permissions.`,
    }
  }
  const document = parseDocument(content, { uniqueKeys: true })
  const [fault] = document.errors
  if (fault) return { error: `${file}: ${fault.message.split('\n')[0]} Mend that line and apply again.` }
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) ?? {} }
  } catch (error) {
    return { error: `${file}: ${(error as Error).message}` }
  }
}
