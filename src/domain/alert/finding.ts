import type { Day } from '../analysis/calendar'
import type { Localized } from '../localized'
import type { MetricKind } from '../score/score'

/** A number on a metric with what it stands on; in shown units (−100…100 for NPS, 0…1 for shares). */
type Measured = {
  metric: string
  /** what a metric of one’s own was called then */
  metricName?: Localized
  metricKind: MetricKind
  /** where less of it was better */
  better?: 'less'
  n: number
  value: number
  low: number | null
  high: number | null
}

/** What a rule found that isn't about a single answer, as it was then: what its message says. */
export type Finding =
  | { kind: 'no_answer'; days: number; sentAt: string; customerId: string }
  | ({ kind: 'shift'; since: Day; direction: 'rise' | 'fall'; before: { n: number; value: number } } & Measured)
  | ({ kind: 'standard_missed'; from: Day; target: number } & Measured)
  | {
      kind: 'overdue_share'
      days: number
      percent: number
      cases: number
      overdue: number
      share: number
      low: number
      high: number
    }
  | { kind: 'dead_deliveries'; hours: number; count: number }

/** Something that was found: `base` is what isn't told of again for a while. */
export type Found = {
  base: string
  finding: Finding
  touchpointId: string | null
  customerId: string | null
}

/** The screen that shows it, with the filter. */
export const findingPath = (finding: Finding, touchpointKey: string | null): string => {
  const at = touchpointKey === null ? '' : `touchpoint=${encodeURIComponent(touchpointKey)}`
  switch (finding.kind) {
    case 'no_answer':
      return `/customers/${finding.customerId}`
    case 'shift':
    case 'standard_missed':
      // The Overview has no card of a touchpoint's for metrics of one's own: each has a screen.
      return finding.metricName ? `/analysis/metrics/${encodeURIComponent(finding.metric)}?${at}` : `/?${at}`
    case 'overdue_share':
      return `/cases?view=overdue${at && `&${at}`}`
    case 'dead_deliveries':
      return '/deliveries?view=dead'
  }
}
