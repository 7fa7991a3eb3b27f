import type { Answered } from '@/domain/analysis/spread'
import type { Condition, Leaf } from '@/domain/condition/condition'
import type { OwnDistribution } from '@/pipeline/analyze/get-own-distribution'
import { isUnworded } from './spread-words'

/** What finds the answers behind a bar; undefined where conditions can't ask for them. */
export const answeredCondition = (
  { question, texts }: Pick<OwnDistribution, 'question' | 'texts'>,
  answered: Answered,
): Condition | undefined => {
  const field = `answer.${question}`
  const leaf = (op: Leaf['op'], value: string | number | boolean): Leaf => ({ field, op, value })
  if ('rest' in answered) return undefined
  if ('value' in answered) return leaf('eq', answered.value)
  if ('option' in answered) {
    if (!isUnworded(answered.option, texts)) return leaf('eq', answered.option)
    // Consent is a yes or no; somebody's own words have no key to ask for.
    return answered.option === 'other' ? undefined : leaf('eq', answered.option === 'yes')
  }
  const { from, to, isLast } = answered
  const bounds = [from === null ? null : leaf('gte', from), to === null ? null : leaf(isLast ? 'lte' : 'lt', to)]
  return { all: bounds.filter((one) => one !== null) }
}
