'use client'

import { headlineMetrics } from '@/domain/score/metric-kind'
import { useDefinitionOf, useOwnMetrics } from './definitions'
import { useMetricName } from './metric-name'

type Choice = { value: string; label: string }

/** What can be chosen where a metric is asked for: those of the field, and under a heading those of the organization's own. */
export const useMetricChoices = (ownLabel: string, field: readonly string[] = headlineMetrics) => {
  const nameOf = useMetricName()
  const own = useOwnMetrics()
  const choice = (value: string): Choice => ({ value, label: nameOf(value) })
  const ofTheField = field.map(choice)
  const definitionOf = useDefinitionOf()
  const withOwn = (keys: readonly string[]) =>
    keys.length === 0 ? ofTheField : [...ofTheField, { group: ownLabel, items: keys.map(choice) }]
  const isOfOneQuestion = (key: string): boolean => {
    const definition = definitionOf(key)?.definition
    return definition !== undefined && 'of' in definition && definition.of !== 'index'
  }
  /** `spread`: those whose answers have a distribution; an index is put together of several questions */
  return { ofTheField, all: withOwn(own), spread: withOwn(own.filter(isOfOneQuestion)), own }
}
