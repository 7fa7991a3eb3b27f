import type { Leaf } from '@/domain/condition/condition'
import { type Wanted, wantedOf } from '@/domain/condition/wanted'

/** Puts a value among the parameters and answers how the statement names it. */
export type Bind = (value: unknown, type: string) => string

/**
 * How one value is judged, as SQL over an expression that is never null. Numbers are `numeric`; a yes or no comes as the text
 * `true` or `false`; an answer in parts has nothing to compare but that it is there.
 */
export type Judge = {
  text: (x: string) => string
  number: (x: string) => string
  boolean: (x: string) => string
  parts: string
}

const orderSigns = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const

const either = (...tests: (string | false)[]): string => {
  const held = tests.filter((test) => test !== false)
  return held.length > 1 ? `(${held.join(' or ')})` : (held[0] ?? 'false')
}

/** Bound when first used: PostgreSQL refuses parameters that a statement doesn't name. */
const lazily = (bind: Bind, value: unknown, type: string): (() => string) => {
  let name: string | undefined
  return () => {
    name ??= bind(value, type)
    return name
  }
}

const judgeEqual = ({ texts, numbers, writtenNumbers }: Wanted, bind: Bind): Judge => {
  const all = [...numbers, ...writtenNumbers]
  const [text, number, any] = [lazily(bind, texts, 'text[]'), lazily(bind, numbers, 'float8[]'), lazily(bind, all, 'float8[]')]
  return {
    text: (x) =>
      either(
        texts.length > 0 && `condition_fold(${x}) = any(${text()})`,
        numbers.length > 0 && `condition_number(${x}) = any(${number()})`,
      ),
    number: (x) => (all.length > 0 ? `${x}::float8 = any(${any()})` : 'false'),
    boolean: (x) => (texts.length > 0 ? `${x} = any(${text()})` : 'false'),
    parts: 'false',
  }
}

const judgeWords = (wanted: readonly string[], holds: (x: string, part: string) => string, bind: Bind): Judge => {
  const names = wanted.map((part) => lazily(bind, part, 'text'))
  const judge = (x: string) => either(...names.map((name) => holds(x, name())))
  return {
    text: (x) => judge(`condition_fold(${x})`),
    number: (x) => judge(`condition_text(${x})`),
    boolean: judge,
    parts: 'false',
  }
}

/** UTF-16 puts what lies beyond it before its last characters; JavaScript orders by that, and PostgreSQL by code points. */
const isOrderedAlike = (text: string): boolean => !/[\ud800-\uffff]/.test(text)
const asUtf16 = (x: string): string => `regexp_replace(${x}, U&'([\\E000-\\FFFF])', U&'\\+10FFFF' || '\\1', 'g')`

const judgeOrder = (sign: string, { order }: Wanted, bind: Bind): Judge => {
  const [number, text] = [lazily(bind, order.number, 'float8'), lazily(bind, order.text, 'text')]
  const key = order.text === undefined || isOrderedAlike(order.text) ? (x: string) => x : asUtf16
  const asNumber = (x: string) => `condition_number(${x}) ${sign} ${number()}`
  const asText = (x: string) => `${key(`condition_fold(${x})`)} collate "C" ${sign} ${key(text())}`
  return {
    text: (x) => {
      if (order.text === undefined) return order.number === undefined ? 'false' : asNumber(x)
      return order.number === undefined ? asText(x) : `coalesce(${asNumber(x)}, ${asText(x)})`
    },
    number: (x) => (order.number === undefined ? 'false' : `${x}::float8 ${sign} ${number()}`),
    boolean: () => 'false',
    parts: 'false',
  }
}

const isThere: Judge = { text: () => 'true', number: () => 'true', boolean: () => 'true', parts: 'true' }

/** How a comparison judges one value, and one element of a list: there `contains` asks for an element. */
export const judgesOf = (leaf: Leaf, bind: Bind): { value: Judge; element: Judge } => {
  const wanted = wantedOf(leaf)
  const both = (judge: Judge) => ({ value: judge, element: judge })
  switch (leaf.op) {
    case 'eq':
    case 'in':
      return both(judgeEqual(wanted, bind))
    case 'contains': {
      const value = judgeWords(wanted.parts, (x, part) => `strpos(${x}, ${part}) > 0`, bind)
      return { value, element: judgeEqual(wanted, bind) }
    }
    case 'starts_with':
      return both(judgeWords(wanted.parts, (x, part) => `starts_with(${x}, ${part})`, bind))
    case 'exists':
      return both(isThere)
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return both(judgeOrder(orderSigns[leaf.op], wanted, bind))
    default:
      throw new Error(`"${leaf.op}" is compiled as the negation of its opposite`)
  }
}
