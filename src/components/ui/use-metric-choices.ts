'use client'

import { headlineMetrics } from '@/domain/score/metric-kind'
import { useOwnMetrics } from './definitions'
import { useMetricName } from './metric-name'

type Choice = { value: string; label: string }

/** What can be chosen where a metric is asked for: those of the field, and under a heading those of the organization's own. */
export const useMetricChoices = (ownLabel: string, field: readonly string[] = headlineMetrics) => {
  const nameOf = useMetricName()
  const own = useOwnMetrics()
  const choice = (value: string): Choice => ({ value, label: nameOf(value) })
  const ofTheField = field.map(choice)
  const withOwn = (keys: readonly string[]) =>
    keys.length === 0 ? ofTheField : [...ofTheField, { group: ownLabel, items: keys.map(choice) }]
  /** `among`: no others of the organization's own than these */
  return {
    ofTheField,
    all: withOwn(own),
    among: (keys: readonly string[]) => withOwn(own.filter((key) => keys.includes(key))),
    own,
  }
}
