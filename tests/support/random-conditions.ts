import { type Condition, type ConditionValue, type Leaf, operators } from '@/domain/condition/condition'
import type { Chance } from './chance'
import { oddNumbers, oddTexts } from './odd-values'

type Scalar = string | number | boolean

const scalar = (chance: Chance, known: readonly [Scalar, ...Scalar[]]): Scalar => {
  const roll = chance.below(10)
  if (roll < 4) return chance.pick(known)
  if (roll < 7) return chance.pick(oddTexts)
  return roll < 9 ? chance.pick(oddNumbers) : chance.pick([true, false])
}

const list = (chance: Chance, known: readonly [Scalar, ...Scalar[]]): Scalar[] =>
  Array.from({ length: chance.below(4) }, () => scalar(chance, known))

const valueFor = (op: Leaf['op'], chance: Chance, known: readonly [Scalar, ...Scalar[]]): ConditionValue | undefined => {
  switch (op) {
    case 'exists':
    case 'not_exists':
      return undefined
    case 'in':
    case 'not_in':
      return list(chance, known)
    case 'starts_with':
      return String(scalar(chance, known)).slice(0, 1 + chance.below(4))
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte': {
      const bound = scalar(chance, known)
      return typeof bound === 'boolean' ? 6 : bound
    }
    default:
      return chance.below(5) === 0 ? list(chance, known) : scalar(chance, known)
  }
}

/** What can be asked of a field: its name, and some values that really occur there. */
export type KnownField = readonly [field: string, ...values: [Scalar, ...Scalar[]]]

const randomLeaf = (chance: Chance, fields: readonly [KnownField, ...KnownField[]]): Leaf => {
  const [field, ...known] = chance.pick(fields)
  const op = chance.pick(operators)
  const value = valueFor(op, chance, known)
  return value === undefined ? { field, op } : { field, op, value }
}

/** A tree of everything that the grammar knows, as its schema lets it in. */
export const randomCondition = (chance: Chance, fields: readonly [KnownField, ...KnownField[]], depth = 3): Condition => {
  const roll = depth === 0 ? 9 : chance.below(10)
  const parts = () => Array.from({ length: chance.below(4) }, () => randomCondition(chance, fields, depth - 1))
  if (roll < 2) return { all: parts() }
  if (roll < 4) return { any: parts() }
  return roll < 5 ? { not: randomCondition(chance, fields, depth - 1) } : randomLeaf(chance, fields)
}
