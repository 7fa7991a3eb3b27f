/** What the emotional curve can be drawn in; first the one that says it in the customers' own words. */
export const journeyMeasures = ['sentiment', 'nps', 'csat', 'ces'] as const
export type JourneyMeasure = (typeof journeyMeasures)[number]

/** How many touchpoints have answers on each. */
export type Coverage = Readonly<Record<JourneyMeasure, number>>

export const coverageOf = (rows: readonly { metric: string; n: number }[]): Coverage => {
  const answered = (measure: JourneyMeasure) => rows.filter(({ metric, n }) => metric === measure && n > 0).length
  return { sentiment: answered('sentiment'), nps: answered('nps'), csat: answered('csat'), ces: answered('ces') }
}

/** The one asked for; else the one that most touchpoints have answers on, the first of the list among equals. */
export const chooseMeasure = (asked: JourneyMeasure | undefined, coverage: Coverage): JourneyMeasure =>
  asked ?? journeyMeasures.reduce((best, one) => (coverage[one] > coverage[best] ? one : best))
