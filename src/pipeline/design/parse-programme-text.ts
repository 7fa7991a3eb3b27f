import { parseDocument } from 'yaml'

/**
 * The content of a programme file. JSON is YAML, so one parser reads both; it says the line of a mistake, refuses
 * duplicate keys, and limits aliases so that a small file can't become a huge one.
 */
export const parseProgrammeText = (content: string): { value: unknown } | { error: string } => {
  const document = parseDocument(content, { uniqueKeys: true })
  const [fault] = document.errors
  if (fault) return { error: fault.message.split('\n')[0] ?? fault.message }
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) ?? {} }
  } catch (error) {
    return { error: (error as Error).message }
  }
}
