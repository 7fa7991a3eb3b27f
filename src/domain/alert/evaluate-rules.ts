import { compile, type Verdict } from '../condition/compile'
import type { Condition, Facts } from '../condition/condition'
import type { Severity } from '../schemas'
import type { Score } from '../score/score'
import type { Answers } from '../survey/definition'
import { answerFact, ownOf } from '../survey/facts'

/** What a rule can ask about one scored response. */
export type ScoredFacts = {
  answers: Answers
  scores: readonly Pick<Score, 'metric' | 'value'>[]
  text: readonly { sentiment: number; label: string; language: string; topics: readonly { key: string }[] }[]
  customer?: Readonly<Record<string, unknown>> | undefined
  /** of the latest thing that had happened to the customer at the touchpoint when they answered */
  event?: Readonly<Record<string, unknown>> | undefined
  context: Readonly<Record<string, unknown>>
  response: { channel?: string | undefined; locale?: string | undefined; source?: string | undefined; status: string }
  touchpoint: { key: string }
}

/** `text.sentiment` compares as a number (the lowest of a response's comments) and equals its label's word too. */
const textFact = (text: ScoredFacts['text'], name: string): unknown => {
  if (name === 'topics') return [...new Set(text.flatMap((insight) => insight.topics.map((topic) => topic.key)))]
  if (name === 'language') return text.map((insight) => insight.language)
  if (name === 'label') return text.map((insight) => insight.label)
  return text.flatMap((insight) => [insight.sentiment, insight.label])
}

export const factsOf =
  (facts: ScoredFacts): Facts =>
  (field) => {
    const dot = field.indexOf('.')
    const [group, name] = [field.slice(0, dot), field.slice(dot + 1)]
    switch (group) {
      case 'answer':
        return answerFact(facts.answers, name)
      case 'score':
        return facts.scores.find((score) => score.metric === name)?.value
      case 'text':
        return textFact(facts.text, name)
      case 'customer':
        return ownOf(facts.customer ?? {}, name)
      case 'event':
        return ownOf(facts.event ?? {}, name)
      case 'context':
        return ownOf(facts.context, name)
      case 'response':
        return facts.response[name as keyof ScoredFacts['response']]
      case 'touchpoint':
        return facts.touchpoint.key
      default:
        return undefined
    }
  }

export type EvaluableRule = { touchpoints: 'all' | readonly string[]; when: Condition; enabled: boolean; severity: Severity }

/** Fields are asked for by many rules; each is read from the response once. */
const remembering = (facts: Facts): Facts => {
  const known = new Map<string, unknown>()
  return (field) => {
    if (known.has(field)) return known.get(field)
    const fact = facts(field)
    known.set(field, fact)
    return fact
  }
}

export type RuleSet<R> = (scored: ScoredFacts) => R[]

/**
 * Rules made ready to judge many responses: conditions compiled, and sorted by the touchpoints that they are about. Answers the rules
 * that fire for a response, in the order given.
 */
export const prepareRules = <R extends EvaluableRule>(rules: readonly R[]): RuleSet<R> => {
  type Ready = { rule: R; holds: Verdict }
  const everywhere: Ready[] = []
  const at = new Map<string, Ready[]>()
  const places = new Set(rules.flatMap(({ touchpoints }) => (touchpoints === 'all' ? [] : touchpoints)))
  for (const place of places) at.set(place, [])
  for (const rule of rules) {
    if (!rule.enabled) continue
    const ready = { rule, holds: compile(rule.when) }
    if (rule.touchpoints === 'all') everywhere.push(ready)
    for (const place of places) if (rule.touchpoints === 'all' || rule.touchpoints.includes(place)) at.get(place)?.push(ready)
  }
  return (scored) => {
    const facts = remembering(factsOf(scored))
    return (at.get(scored.touchpoint.key) ?? everywhere).filter(({ holds }) => holds(facts)).map(({ rule }) => rule)
  }
}

/**
 * Whom or what a firing is about. Without `once`, or for an anonymous response, it's the response itself; then the
 * window never matters.
 */
export const subjectOf = (
  once: { per: 'customer' | 'response'; hours: number } | undefined,
  responseId: string,
  customerId: string | undefined,
): { base: string; windowHours: number | undefined } =>
  once?.per === 'customer' && customerId !== undefined
    ? { base: `customer:${customerId}`, windowHours: once.hours }
    : { base: `response:${responseId}`, windowHours: undefined }
