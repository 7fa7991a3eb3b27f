import { createInterface } from 'node:readline'

/** The first line of standard input, '' when there is none. */
export const readLine = async (): Promise<string> => {
  for await (const line of createInterface({ input: process.stdin })) return line
  return ''
}
