import { isHeadlineMetric, type MetricDefinition, standardDefaults } from '@/domain/metric/definition'
import { listChanges } from '@/store/programme/list-changes'

/** One version of a metric. `definition` is null where it was taken away; `at` and `by` are null for what comes with the product. */
export type MetricVersion = {
  version: number
  definition: MetricDefinition | null
  at: Date | null
  /** a member's email, api:NAME, cli or system */
  by: string | null
  byName: string | null
}

const most = 500

/** All versions of a metric, the newest first; none where there never was one of that key. */
export const getMetricVersions = async (organizationId: string, key: string): Promise<MetricVersion[]> => {
  const changes = await listChanges(organizationId, { kind: 'metrics', key, limit: most })
  const versions = changes.map(({ version, after, at, by, byName }) => ({
    version,
    definition: after as MetricDefinition | null,
    at,
    by,
    byName,
  }))
  if (!isHeadlineMetric(key) || changes.length === most) return versions
  return [...versions, { version: 1, definition: standardDefaults[key], at: null, by: null, byName: null }]
}
