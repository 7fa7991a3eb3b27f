import type { ChartTable } from '@/components/charts/chart-table'
import { localize } from '@/domain/localized'
import type { Journey } from '@/pipeline/analyze/get-journey-map'

/** The curves' numbers for a spreadsheet; `head` names the columns: journey, stage, value, low, high, n, touchpoints, the other side, its n. */
export const curveRows = (journeys: readonly Journey[], head: readonly string[], locale: string): ChartTable => ({
  head,
  rows: journeys.flatMap((journey) =>
    journey.stages.map(({ name, curve: { summary, before, touchpoints } }) => [
      localize(journey.name, locale),
      localize(name, locale),
      summary.value,
      summary.low,
      summary.high,
      summary.n,
      touchpoints,
      before.value,
      before.n,
    ]),
  ),
})
