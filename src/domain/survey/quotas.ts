import { evaluate } from '../condition/evaluate'
import { keysAskedFor } from './asked-keys'
import type { Answers, Page, Quota, SurveyDefinition } from './definition'
import { factsOf, type Surroundings } from './facts'

/** The quotas that a response with these answers counts towards. */
export const quotasOf = (definition: SurveyDefinition, answers: Answers, around: Surroundings = {}): readonly Quota[] =>
  definition.quotas?.filter(({ when }) => when === undefined || evaluate(when, factsOf(answers, around))) ?? []

/**
 * Of these quotas those that the pages before this one have settled: a customer who has left them behind will count towards
 * them, unless they go back.
 */
export const settledQuotas = (quotas: readonly Quota[], pages: readonly Page[], pageIndex: number): readonly Quota[] => {
  const settled = new Set(pages.slice(0, pageIndex).flatMap(({ questions }) => questions.map(({ key }) => key)))
  return quotas.filter(({ when }) => keysAskedFor([when]).every((key) => settled.has(key)))
}
