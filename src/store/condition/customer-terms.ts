import { type Condition, isLeaf, type Leaf } from '@/domain/condition/condition'
import { wantedOf } from '@/domain/condition/wanted'
import { customerColumns } from './compile-leaf'

/** Any of these texts is what a customer's attribute of that name says, or what is in its list. */
export type Wish = { name: string; texts: string[] }

/** As many characters of a name and of a text are in a term. */
const termLength = 64
const isShort = (text: string): boolean => [...text].length <= termLength

/** A comparison as what the terms of a customer's attributes tell exactly; undefined where they don't. */
const wishOf = (leaf: Leaf): Wish | undefined => {
  if (!leaf.field.startsWith('customer.') || (leaf.op !== 'eq' && leaf.op !== 'in')) return undefined
  const name = leaf.field.slice('customer.'.length)
  const { texts, numbers, writtenNumbers } = wantedOf(leaf)
  const isOfTexts = texts.length > 0 && numbers.length === 0 && writtenNumbers.length === 0
  const isTold = [name, ...texts].every((text) => text !== '' && isShort(text))
  return isOfTexts && isTold && !customerColumns.has(name) ? { name, texts } : undefined
}

const partsOf = (condition: Condition): Condition[] => ('all' in condition ? condition.all.flatMap(partsOf) : [condition])

/** What of a condition must hold in any case and can be asked of customers alone, and what is left to ask of each response. */
export const splitByCustomer = (condition: Condition): { wishes: Wish[]; rest: Condition } => {
  const judged = partsOf(condition).map((part) => ({ part, wish: isLeaf(part) ? wishOf(part) : undefined }))
  return {
    wishes: judged.flatMap(({ wish }) => wish ?? []),
    rest: { all: judged.filter(({ wish }) => !wish).map(({ part }) => part) },
  }
}
