import { type Condition, type Leaf, leavesOf } from '../condition/condition'
import { evaluate } from '../condition/evaluate'
import { keyOf } from './asked-keys'
import type { SurveyDefinition } from './definition'
import { possibleAnswers, possibleSurroundings } from './possible-facts'
import type { Question } from './question'

/**
 * How much work a survey's check may take, in conditions evaluated. A condition that needs more than is left is taken for
 * one that can hold: a check must not refuse what it hasn't seen, nor keep the process busy.
 */
export type Effort = { left: number }
export const fullEffort = (): Effort => ({ left: 5_000_000 })

/** For one condition; a million is about a tenth of a second. */
const mostForOne = 500_000

type Guarded = { question: Question; guards: readonly Condition[] }

type GuardedByKey = ReadonlyMap<string, Guarded>

/** Each question with what must hold for a customer to see it. */
const findGuarded = (definition: SurveyDefinition): GuardedByKey =>
  new Map(
    definition.pages.flatMap((page) =>
      page.questions.map((question) => [
        question.key,
        { question, guards: [page.showIf, question.showIf].filter((guard) => guard !== undefined) },
      ]),
    ),
  )

/** A survey's check asks for thousands of conditions of the same definition, which never changes. */
const known = new WeakMap<SurveyDefinition, GuardedByKey>()

const guardedOf = (definition: SurveyDefinition): GuardedByKey => {
  const guarded = known.get(definition) ?? findGuarded(definition)
  known.set(definition, guarded)
  return guarded
}

/** The conditions themselves, and those of the questions that they ask for, and so on. */
const withGuards = (conditions: readonly Condition[], guarded: GuardedByKey): Condition[] => {
  const all = [...conditions]
  const seen = new Set<string>()
  for (const condition of all)
    for (const { field } of leavesOf(condition)) {
      const key = keyOf(field)
      if (key === undefined || seen.has(key)) continue
      seen.add(key)
      all.push(...(guarded.get(key)?.guards ?? []))
    }
  return all
}

const possibleFacts = (field: string, leaves: readonly Leaf[], guarded: GuardedByKey): unknown[] => {
  const key = keyOf(field)
  if (key === undefined) return /^(context|response)\./.test(field) ? possibleSurroundings(leaves) : [undefined]
  const question = guarded.get(key)?.question
  return question ? possibleAnswers(question, field.slice(`answer.${key}`.length + 1) || undefined, leaves) : [undefined]
}

/**
 * Whether some customer's answers satisfy all of the conditions at once. Tries every combination of the answers that the
 * conditions can tell apart, leaving out those that answer a question which the same answers hide.
 */
export const canHold = (
  definition: SurveyDefinition,
  conditions: readonly (Condition | undefined)[],
  effort: Effort = fullEffort(),
): boolean => {
  const wanted = conditions.filter((condition) => condition !== undefined)
  const guarded = guardedOf(definition)
  const leaves = withGuards(wanted, guarded).flatMap(leavesOf)
  const fields = [...new Set(leaves.map(({ field }) => field))]
  const choices = fields.map((field) =>
    possibleFacts(
      field,
      leaves.filter((leaf) => leaf.field === field),
      guarded,
    ),
  )
  const combinations = choices.reduce((product, { length }) => product * length, 1)
  const needed = combinations * (leaves.length + 1)
  if (needed > Math.min(mostForOne, effort.left)) return true
  effort.left -= needed
  const facts = new Map<string, unknown>()
  const read = (field: string) => facts.get(field)
  const isConsistent = (): boolean =>
    fields.every((field) => {
      if (facts.get(field) === undefined) return true
      const guards = guarded.get(keyOf(field) ?? '')?.guards ?? []
      return guards.every((guard) => evaluate(guard, read))
    })
  for (let turn = 0; turn < combinations; turn++) {
    let rest = turn
    fields.forEach((field, at) => {
      const { length } = choices[at] as unknown[]
      facts.set(field, choices[at]?.[rest % length])
      rest = Math.floor(rest / length)
    })
    if (wanted.every((condition) => evaluate(condition, read)) && isConsistent()) return true
  }
  return false
}
