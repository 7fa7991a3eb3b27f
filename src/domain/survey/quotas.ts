import { evaluate } from '../condition/evaluate'
import type { Answers, Quota, SurveyDefinition } from './definition'
import { factsOf, type Surroundings } from './facts'

/** The quotas that a response with these answers counts towards. */
export const quotasOf = (definition: SurveyDefinition, answers: Answers, around: Surroundings = {}): readonly Quota[] =>
  definition.quotas?.filter(({ when }) => when === undefined || evaluate(when, factsOf(answers, around))) ?? []
