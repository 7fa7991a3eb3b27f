import type { RuleChoices } from '@/pipeline/design/get-rule-choices'
import type { FieldChoice } from '../_conditions/field-choice'
import { ruleFields } from '../alerts/_rule/rule-fields'

/** What responses can be filtered by: what any of them has, and what is asked anywhere. */
export const filterFields = async (choices: RuleChoices, locale: string): Promise<FieldChoice[]> => {
  const { common, ofTouchpoint } = await ruleFields(choices, locale)
  const all = [...common, ...Object.values(ofTouchpoint).flat()]
  return [...new Map(all.map((one) => [one.field, one])).values()]
}
