import { describe, expect, it } from 'vitest'
import type { Condition, Facts, Leaf } from '@/domain/condition/condition'
import { evaluate } from '@/domain/condition/evaluate'
import { fromOutline, joins, type Outline, toOutline } from '@/domain/condition/outline'
import { type Chance, createChance } from '~tests/support/chance'

const leaf = (name: string): Leaf => ({ field: `answer.${name}`, op: 'eq', value: true })
const names = ['a', 'b', 'c'] as const

/** Every way in which three facts can be true. */
const worlds: Facts[] = Array.from(
  { length: 8 },
  (_, bits) => (field) => ((bits >> names.indexOf(field.slice(7) as 'a')) & 1) === 1,
)
const verdicts = (condition: Condition) => worlds.map((facts) => evaluate(condition, facts))

const randomCondition = (chance: Chance, depth = 3): Condition => {
  const pick = depth === 0 ? 0 : chance.below(4)
  const parts = () => Array.from({ length: 1 + chance.below(3) }, () => randomCondition(chance, depth - 1))
  if (pick === 1) return { all: parts() }
  if (pick === 2) return { any: parts() }
  if (pick === 3) return { not: randomCondition(chance, depth - 1) }
  return leaf(chance.pick(names))
}

describe('outline', () => {
  it('one line is a group of one, and stays a line', () => {
    expect(toOutline(leaf('a'))).toEqual({ join: 'all', parts: [leaf('a')] })
    expect(fromOutline(toOutline(leaf('a')))).toEqual(leaf('a'))
  })

  it('no condition is a group without parts, and back', () => {
    expect(toOutline(undefined)).toEqual({ join: 'all', parts: [] })
    expect(fromOutline({ join: 'none', parts: [] })).toBeUndefined()
  })

  it('a negation becomes a way to join', () => {
    expect(toOutline({ not: { any: [leaf('a'), leaf('b')] } })).toEqual({ join: 'none', parts: [leaf('a'), leaf('b')] })
    expect(toOutline({ not: { all: [leaf('a'), leaf('b')] } })).toEqual({ join: 'not_all', parts: [leaf('a'), leaf('b')] })
    expect(toOutline({ not: leaf('a') })).toEqual({ join: 'none', parts: [leaf('a')] })
  })

  it('groups that were left empty are left out', () => {
    const empty: Outline = { join: 'any', parts: [] }
    expect(fromOutline({ join: 'all', parts: [empty, leaf('a'), { join: 'all', parts: [empty] }] })).toEqual(leaf('a'))
  })

  it('editing nothing changes nothing of what a condition says, whatever the condition', () => {
    const chance = createChance(7)
    for (let round = 0; round < 500; round++) {
      const condition = randomCondition(chance)
      const back = fromOutline(toOutline(condition))
      expect(back, JSON.stringify(condition)).toBeDefined()
      if (back) expect(verdicts(back), JSON.stringify(condition)).toEqual(verdicts(condition))
    }
  })

  it('each way to join says what its name says', () => {
    const said = Object.fromEntries(joins.map((join) => [join, fromOutline({ join, parts: [leaf('a'), leaf('b')] })]))
    const count = (join: string) => verdicts(said[join] as Condition).filter(Boolean).length
    expect([count('all'), count('any'), count('none'), count('not_all')]).toEqual([2, 6, 2, 6])
  })
})
