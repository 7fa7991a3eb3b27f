import { isSuppressed, type Summary } from '@/domain/analysis/summarize'
import type { MetricSeries } from '@/pipeline/analyze/get-metric-series'

/** A number with what goes with it; without any where it may not be told. `withheld`: some anonymous answers aren't counted in it. */
export const told = <Number extends Pick<Summary, 'n' | 'hidden'>>({ hidden, ...numbers }: Number) => {
  if (isSuppressed({ n: numbers.n, ...(hidden === undefined ? {} : { hidden }) })) return { suppressed: true as const }
  return hidden === undefined ? numbers : { ...numbers, withheld: true as const }
}

/** A series as the machine door tells it. */
export const seriesBody = ({ series, ...metric }: MetricSeries) => ({
  ...metric,
  series: series.map(({ start, group, parts, ...summary }) => ({
    start,
    group,
    ...told(summary),
    ...(parts ? { parts: parts.map(({ summary: own, score, ...part }) => ({ ...part, summary: told(own), score })) } : {}),
  })),
})
