import type { Condition } from '@/domain/condition/condition'
import { type Defined, type Definitions, findDefined, isHeadlineMetric } from '@/domain/metric/definition'

/** What the answers behind a metric's number have in common; undefined where several questions make one, and nothing asks for all of them. */
export const answersTo = (metric: string, defined: Defined | undefined): Condition | undefined => {
  if (isHeadlineMetric(metric) || metric === 'sentiment') return { field: `score.${metric}`, op: 'exists' }
  const definition = defined?.definition
  return definition && 'question' in definition ? { field: `answer.${definition.question}`, op: 'exists' } : undefined
}

export const answersBehind = (metric: string, definitions: Definitions): Condition | undefined =>
  answersTo(metric, findDefined(definitions, metric))
