/** What the emotional curve is drawn in unless a metric is asked for; first the one that says it in the customers' own words. */
export const journeyMeasures = ['sentiment', 'nps', 'csat', 'ces'] as const
type Usual = (typeof journeyMeasures)[number]

/** How many touchpoints have answers on each. */
export type Coverage = Readonly<Record<Usual, number>>

export const coverageOf = (rows: readonly { metric: string; n: number }[]): Coverage => {
  const answered = (measure: Usual) => rows.filter(({ metric, n }) => metric === measure && n > 0).length
  return { sentiment: answered('sentiment'), nps: answered('nps'), csat: answered('csat'), ces: answered('ces') }
}

/** The one asked for; else the one that most touchpoints have answers on, the first of the list among equals. */
export const chooseMeasure = (asked: string | undefined, coverage: Coverage): string =>
  asked ?? journeyMeasures.reduce((best, one) => (coverage[one] > coverage[best] ? one : best))
