import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { parseProgrammeText } from '@/pipeline/design/parse-programme-text'

/** The content of a programme file, or what is wrong with it, by name. */
export const readProgrammeFile = async (file: string): Promise<{ value: unknown } | { error: string }> => {
  let content: string
  try {
    content = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8')
  } catch (error) {
    return {
      error: `${file}: it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'}); check the name and its permissions.`,
    }
  }
  const read = parseProgrammeText(content)
  return 'error' in read ? { error: `${file}: ${read.error} Mend that line and apply again.` } : read
}
