import type { MetricDefinition } from './definition'

/** Which way a metric gets better: `less` of what one wants little of, as parcels that are late, or minutes waited. */
export type Better = 'more' | 'less'

/** Of every metric more is better whose definition doesn't say otherwise: NPS, CSAT, CES (7 is easy) and indexes can't. */
export const betterOf = (definition: MetricDefinition | undefined): Better =>
  definition && 'better' in definition ? (definition.better ?? 'more') : 'more'

/** How a move is called: where less is better, whether that is good is said as well, since its direction alone would mislead. */
export type MoveWord = 'rise' | 'fall' | 'riseForWorse' | 'fallForBetter'
export const moveWord = (better: Better, direction: 'rise' | 'fall'): MoveWord =>
  better === 'more' ? direction : direction === 'rise' ? 'riseForWorse' : 'fallForBetter'

/** What a move in this direction means on such a metric. */
export const isForTheWorse = (better: Better, direction: 'rise' | 'fall'): boolean =>
  direction === (better === 'more' ? 'fall' : 'rise')
