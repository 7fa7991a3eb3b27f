import type { Definitions } from '@/domain/metric/definition'
import { nameOf } from '@/domain/metric/tell-definition'
import { headlineMetrics } from '@/domain/score/metric-kind'
import type { PartChoice } from './part-fields'

/** What an index can be put together of: everything that has a place on 0–100. */
export const partChoices = ({ own }: Definitions, sentiment: string, locale: string): PartChoice[] => [
  ...headlineMetrics.map((key) => ({ key, name: key.toUpperCase() })),
  { key: 'sentiment', name: sentiment },
  ...Object.values(own)
    .filter(({ definition }) => definition.of === 'share' || (definition.of === 'mean' && definition.scale))
    .map(({ key, definition }) => ({ key, name: nameOf(key, definition, locale) })),
]
