import type { ConditionValue, Leaf } from './condition'
import { fold, toNumber } from './evaluate'

/**
 * What a comparison looks for, sorted by what it is compared with, for whoever compares elsewhere than `evaluate` does.
 * `texts` are folded.
 */
export type Wanted = {
  /** equal to a text or to a yes or no */
  texts: string[]
  /** equal to a number, and to a text that writes one */
  numbers: number[]
  /** written as text: equal to a number alone */
  writtenNumbers: number[]
  /** to look for within words */
  parts: string[]
  /** what a number is ordered against, and what a text is; undefined where the two can't be ordered */
  order: { number: number | undefined; text: string | undefined }
}

const listOf = (value: ConditionValue | undefined): readonly (string | number | boolean)[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as string | number | boolean]

const isNumber = (value: unknown): value is number => typeof value === 'number'
const textOf = (value: unknown): string => String(fold(value))

export const wantedOf = ({ value }: Leaf): Wanted => {
  const values = listOf(value)
  const texts = values.filter((one) => typeof one === 'string')
  return {
    texts: [...new Set(values.filter((one) => !isNumber(one)).map(textOf))],
    numbers: values.filter(isNumber).filter(Number.isFinite),
    writtenNumbers: texts.map(toNumber).filter(isNumber),
    parts: [...new Set(values.map(textOf))],
    order: { number: toNumber(value), text: typeof value === 'string' ? textOf(value) : undefined },
  }
}
