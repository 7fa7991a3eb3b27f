import type { Leaf } from '../condition/condition'
import { gapParts, gapRange, optionsOf, type Question, rangeOf } from './question'

type Scalar = string | number | boolean

const scalarsOf = (leaves: readonly Leaf[]): Scalar[] =>
  leaves.flatMap(({ value }) => (value === undefined ? [] : (([value] as unknown[]).flat() as Scalar[])))

/** Around each number that a condition names: just under it, it, just over it; and the ends of what can be answered. */
const numbersAround = (leaves: readonly Leaf[], step: number, low = -1e12, high = 1e12): number[] => {
  const named = scalarsOf(leaves).map(Number).filter(Number.isFinite)
  const near = named.flatMap((value) => [value - step, value, value + step])
  return [...new Set([low, ...near, high])].filter((value) => value >= low && value <= high)
}

/** Texts that a condition can tell apart: none of those it names, each, and all in one. */
const textsAround = (leaves: readonly Leaf[]): unknown[] => {
  const named = [...new Set(scalarsOf(leaves).map(String))]
  const numbers = named.filter((text) => text.trim() !== '' && Number.isFinite(Number(text))).map(Number)
  return ['\u2026', ...named, named.join(' '), ...numbers.flatMap((value) => [String(value - 1), String(value + 1)])]
}

/** Every list of the named options, with and without one that isn't named. */
const listsOf = (keys: readonly string[], leaves: readonly Leaf[], most: number): unknown[] => {
  const named = keys.filter((key) => scalarsOf(leaves).includes(key)).slice(0, 6)
  const unnamed = keys.find((key) => !named.includes(key))
  const elements = unnamed === undefined ? named : [...named, unnamed]
  const lists: string[][] = [[]]
  for (const element of elements) lists.push(...lists.map((list) => [...list, element]))
  return lists.filter((list) => list.length > 0 && list.length <= most)
}

const daysAround = (leaves: readonly Leaf[], earliest = '0001-01-01', latest = '9999-12-31'): string[] => {
  const named = scalarsOf(leaves)
    .map((value) => Date.parse(`${value}T00:00:00Z`))
    .filter(Number.isFinite)
  const near = named.flatMap((at) =>
    [at - 86_400_000, at, at + 86_400_000].map((day) => new Date(day).toISOString().slice(0, 10)),
  )
  return [...new Set([earliest, ...near, latest])].filter((day) => day >= earliest && day <= latest)
}

const keysOf = (options: readonly { key: string }[]): string[] => options.map(({ key }) => key)

const isWhole = (question: Question): boolean => ['nps', 'csat', 'ces', 'rating'].includes(question.kind)

const partsOf = (question: Question): readonly string[] => {
  if (question.kind === 'gap') return gapParts
  if (question.kind === 'contact') return question.fields
  return question.kind === 'matrix' || question.kind === 'constant_sum' ? keysOf(optionsOf(question)) : []
}

const factsOfPart = (question: Question, part: string, leaves: readonly Leaf[]): unknown[] => {
  if (!partsOf(question).includes(part)) return []
  if (question.kind === 'matrix') return keysOf(question.columns)
  if (question.kind === 'constant_sum') return numbersAround(leaves, 1, 0, question.total)
  return question.kind === 'gap' ? numbersAround(leaves, 1, gapRange.low, gapRange.high) : textsAround(leaves)
}

/**
 * What an answer can be, as far as these leaves of conditions can tell: enough values to find one that satisfies them if
 * there is one. `undefined` stands for a question left open.
 */
export const possibleAnswers = (question: Question, part: string | undefined, leaves: readonly Leaf[]): unknown[] => {
  if (part !== undefined) return [undefined, ...factsOfPart(question, part, leaves)]
  const range = rangeOf(question)
  if (range && isWhole(question))
    return [undefined, ...Array.from({ length: range.high - range.low + 1 }, (_, at) => range.low + at)]
  switch (question.kind) {
    case 'slider':
      return [undefined, ...numbersAround(leaves, question.step, question.low, question.high)]
    case 'number':
      return [undefined, ...numbersAround(leaves, 10 ** -(question.decimals ?? 0), question.minimum, question.maximum)]
    case 'single_choice':
    case 'dropdown':
      return [undefined, ...keysOf(question.options), ...(question.other ? textsAround(leaves) : [])]
    case 'image_choice':
      return [undefined, ...keysOf(question.options)]
    case 'multi_choice': {
      const own = question.other ? textsAround(leaves).map((text) => [text]) : []
      return [undefined, ...listsOf(keysOf(question.options), leaves, question.maximum ?? 7), ...own]
    }
    case 'ranking':
      return [undefined, ...listsOf(keysOf(question.options), leaves, question.top ?? 7)]
    case 'consent':
      return [undefined, true, false]
    case 'date':
      return [undefined, ...daysAround(leaves, question.earliest, question.latest)]
    case 'text':
      return [undefined, ...textsAround(leaves)]
    case 'file':
      return [undefined, ['\u2026']]
    case 'statement':
      return [undefined]
    default:
      return [undefined, {}]
  }
}

/** What can come with a response: anything. */
export const possibleSurroundings = (leaves: readonly Leaf[]): unknown[] => [
  undefined,
  ...textsAround(leaves),
  ...numbersAround(leaves, 1),
  true,
  false,
]
