import { formatMetric, formatSpread } from '@/components/format/format-metric'
import type { Summary } from '@/domain/analysis/summarize'
import type { MetricKind } from '@/domain/score/score'

/** How sure a value is: its interval and n. */
export const sureness = (kind: MetricKind, summary: Summary, locale: string): string =>
  `${formatSpread(kind, summary, locale)} · n ${new Intl.NumberFormat(locale).format(summary.n)}`

/** A value with its interval and n, as the drawing writes it. */
export const inWords = (kind: MetricKind, summary: Summary, locale: string): string =>
  summary.value === null ? '–' : `${formatMetric(kind, summary.value, locale)} ${sureness(kind, summary, locale)}`
