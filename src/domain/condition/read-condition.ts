import type { Issue } from '../errors'
import { type Parsed, parse } from '../parse'
import { overBounds } from './bounds'
import { type Condition, type Leaf, leavesOf } from './condition'
import { conditionSchema } from './schema'

/** `at` counts characters from 0. */
type Token = { at: number; mark?: string; word?: string; isQuoted?: boolean }

class Unreadable extends Error {}

const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = []
  const pattern = /\s+|'((?:[^']|'')*)'|([^,:()[\]'\s]+)|([,:()[\]])/y
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex
    const found = pattern.exec(text)
    if (!found) throw new Unreadable(`can’t be read from character ${at + 1} on: a quoted word isn’t closed`)
    const [, quoted, word, mark] = found
    if (quoted !== undefined) tokens.push({ at, word: quoted.replaceAll("''", "'"), isQuoted: true })
    else if (word !== undefined) tokens.push({ at, word })
    else if (mark !== undefined) tokens.push({ at, mark })
  }
  return tokens
}

const numeric = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/
const readValue = ({ word = '', isQuoted }: Token): unknown => {
  if (isQuoted) return word
  if (word === 'true' || word === 'false') return word === 'true'
  return numeric.test(word) ? Number(word) : word
}

/** As deep as the schema lets a condition be. */
const deepest = 20

/** What a text says, unchecked: only its brackets, commas and colons are looked at. */
const readTree = (text: string): unknown => {
  const tokens = tokensOf(text)
  let next = 0
  const fail = (wanted: string): never => {
    const token = tokens[next]
    throw new Unreadable(
      token
        ? `can’t be read from character ${token.at + 1} on: ${wanted} is wanted there`
        : `ends too early: ${wanted} is wanted`,
    )
  }
  const takes = (mark: string): boolean => {
    if (tokens[next]?.mark !== mark) return false
    next += 1
    return true
  }
  const need = (mark: string): void => void (takes(mark) || fail(`"${mark}"`))
  const word = (wanted: string): Token => {
    const token = tokens[next]
    if (token?.word === undefined) return fail(wanted)
    next += 1
    return token
  }
  const listUntil = <T>(end: string, item: () => T): T[] => {
    const items: T[] = []
    if (takes(end)) return items
    do items.push(item())
    while (takes(','))
    need(end)
    return items
  }
  const part = (depth: number): unknown => {
    if (depth > deepest) throw new Unreadable(`nests deeper than ${deepest} levels`)
    const { word: name = '', isQuoted } = word('a field, all, any or not')
    if (!isQuoted && takes('(')) {
      const parts = listUntil(')', () => part(depth + 1))
      if (name === 'all' || name === 'any') return { [name]: parts }
      if (name !== 'not') throw new Unreadable(`says "${name}(": only all, any and not can group`)
      return parts.length === 1 ? { not: parts[0] } : { not: { all: parts } }
    }
    need(':')
    const op = word('an operator such as eq or lte').word
    if (!takes(':')) return { field: name, op }
    return { field: name, op, value: takes('[') ? listUntil(']', () => readValue(word('a value'))) : readValue(word('a value')) }
  }
  const parts = [part(1)]
  while (takes(',')) parts.push(part(1))
  if (next < tokens.length) fail('a comma or the end')
  return parts.length > 1 ? { all: parts } : parts[0]
}

const isDeeperThan = (levels: number, tree: unknown): boolean =>
  typeof tree === 'object' &&
  tree !== null &&
  (levels === 0 || Object.values(tree).some((inner) => isDeeperThan(levels - 1, inner)))

const readJson = (text: string): unknown => {
  let tree: unknown
  try {
    tree = JSON.parse(text)
  } catch {
    throw new Unreadable('begins like JSON and is none')
  }
  // A group is an object with a list in it: two levels of JSON.
  if (isDeeperThan(2 * deepest, tree)) throw new Unreadable(`nests deeper than ${deepest} levels`)
  return tree
}

const longest = 8000

/** PostgreSQL keeps neither NUL nor half a surrogate pair, so nothing that is stored can be asked for by them. */
const isAskable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()
const isAskableLeaf = ({ field, value }: Leaf): boolean =>
  [field, value].flat().every((part) => typeof part !== 'string' || isAskable(part))

/**
 * The condition that a text writes, as `writeCondition` does or as JSON, checked against the grammar and against what may be
 * asked of stored responses. Paths of what is wrong begin with `name`.
 */
export const readCondition = (text: string, name = 'where'): Parsed<Condition> => {
  const wrong = (message: string): { errors: Issue[] } => ({ errors: [{ path: name, message }] })
  if (text.length > longest) return wrong(`is longer than ${longest} characters`)
  if (!isAskable(text)) return wrong('has characters in it that no text can have')
  let tree: unknown
  try {
    tree = text.trimStart().startsWith('{') ? readJson(text) : readTree(text)
  } catch (error) {
    if (error instanceof Unreadable) return wrong(error.message)
    throw error
  }
  const parsed = parse(conditionSchema, tree)
  if ('errors' in parsed)
    return { errors: parsed.errors.map(({ path, message }) => ({ path: path === '' ? name : `${name}.${path}`, message })) }
  if (!leavesOf(parsed.value).every(isAskableLeaf)) return wrong('has characters in it that no text can have')
  const problem = overBounds(parsed.value)
  return problem ? wrong(problem) : parsed
}
