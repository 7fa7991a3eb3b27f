import type { Localized } from '@/domain/localized'
import { type Better, betterOf } from '@/domain/metric/better'
import { getDefinitions } from '@/pipeline/analyze/get-definitions'

/** What an organization calls one of its own metrics, and which way it gets better. */
export type MetricName = { key: string; name: Localized; better: Better }

/** For the words of rules that watch them. */
export const metricNames = async (organizationId: string): Promise<MetricName[]> =>
  Object.values((await getDefinitions(organizationId)).own).map(({ key, definition }) => ({
    ...{ key, name: definition.name, better: betterOf(definition) },
  }))
