import { problem } from './problem'

/** Deeper than any honest body; what checks the body walks it recursively. */
const maxDepth = 64

const isTooDeep = (text: string): boolean => {
  let depth = 0
  let isQuoted = false
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (isQuoted) {
      if (character === '\\') index += 1
      else if (character === '"') isQuoted = false
    } else if (character === '"') isQuoted = true
    else if (character === '{' || character === '[') {
      depth += 1
      if (depth > maxDepth) return true
    } else if (character === '}' || character === ']') depth -= 1
  }
  return false
}

/** The body as JSON, or the answer that says why it isn't: 415 for another type, 400 for what can't be read. */
export const readJson = async (request: Request, headers?: Record<string, string>): Promise<{ value: unknown } | Response> => {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(type))
    return problem(415, 'The body must be JSON: send it with "content-type: application/json".', { headers })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await request.arrayBuffer())
  } catch {
    return problem(400, 'The body isn’t UTF-8.', { headers })
  }
  if (isTooDeep(text)) return problem(400, `The body nests deeper than ${maxDepth} levels.`, { headers })
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    return problem(400, `The body isn’t JSON: ${error instanceof Error ? error.message.slice(0, 200) : 'it can’t be read'}.`, {
      headers,
    })
  }
}
