import { definitionOf } from '../analysis/summarize'
import { localize } from '../localized'
import type { HeadlineMetric } from '../score/metric-kind'
import { betterOf } from './better'
import type { Defined, MetricDefinition, OwnDefinition, StandardDefinition } from './definition'
import { isHeadlineMetric, standardScales } from './definition'

/** `9–10`, or `10` where both are the same. */
export const rangeInWords = (from: number, to: number): string => (from === to ? String(from) : `${from}–${to}`)

/** The positive and the negative answers of a headline metric, as they are written. */
export const boxesInWords = (metric: HeadlineMetric, { positiveFrom, negativeTo }: StandardDefinition) => {
  const { from, to } = standardScales[metric]
  return { positive: rangeInWords(positiveFrom, to), negative: rangeInWords(from, negativeTo) }
}

const shown = (least: number): string => (least > 1 ? `; shown from ${least} answers on` : '')

const tellStandard = (metric: HeadlineMetric, definition: StandardDefinition): string => {
  const { positive, negative } = boxesInWords(metric, definition)
  if (metric === 'nps')
    return `Share of promoters (${positive}) minus share of detractors (${negative}), times 100; adjusted Wald interval, 95 %`
  if (metric === 'csat') return `Share of ${positive} on a scale of 1–5 (top boxes); Wilson interval, 95 %`
  return definitionOf.ces
}

const where = (surveys: readonly string[] | undefined): string =>
  surveys ? ` in ${surveys.join(', ')}` : ' in every survey that asks it'

const tellOwn = (definition: OwnDefinition): string => {
  if (definition.of === 'mean') {
    const scale = definition.scale ? ` on a scale of ${rangeInWords(definition.scale.from, definition.scale.to)}` : ''
    return `Mean of "${definition.question}"${where(definition.surveys)}${scale}; t interval, 95 %`
  }
  if (definition.of === 'share') {
    const chosen = definition.options ? definition.options.join(', ') : `${definition.positiveFrom} and more`
    return `Share of ${chosen} among the answers to "${definition.question}"${where(definition.surveys)}; Wilson interval, 95 %`
  }
  const parts = definition.parts.map(({ metric, weight }) => `${metric} × ${weight}`).join(', ')
  return `Weighted mean of ${parts}, each put on 0–100 from its worst to its best; the interval adds up those of the parts, so it is never too narrow`
}

/** A definition in one English sentence, for machines’ readers; screens have words of their own. */
export const tellDefinition = ({ key, definition }: Pick<Defined, 'key' | 'definition'>): string => {
  const told = isHeadlineMetric(key) ? tellStandard(key, definition as StandardDefinition) : tellOwn(definition as OwnDefinition)
  return `${told}${betterOf(definition) === 'less' ? '; less is better' : ''}${shown(definition.least)}`
}

/** What a person calls it: the name of one’s own, else the key as the field writes it. */
export const nameOf = (key: string, definition: MetricDefinition, locale: string): string =>
  'name' in definition ? localize(definition.name, locale) : key.toUpperCase()
