import { type Box, boxOfCategory } from '../score/box'
import { headlineMetrics } from '../score/metric-kind'
import type { MetricKind, Score } from '../score/score'
import { type Definitions, type StandardDefinition, standardDefaults } from './definition'

/** Where a scale is cut into boxes; without `negativeTo` nothing is negative. */
export type Cut = { positiveFrom: number; negativeTo?: number | undefined }

/** Cuts by kind of score. A kind that isn't named is counted in the boxes that scores were sorted into as they came. */
export type Cuts = Readonly<Partial<Record<MetricKind, Cut>>>

/** From how many answers on a number of a kind is shown; 1 where it isn't named. */
export type Leasts = Readonly<Partial<Record<MetricKind, number>>>

export const boxIn = ({ positiveFrom, negativeTo }: Cut, value: number): Box =>
  value >= positiveFrom ? 'high' : negativeTo !== undefined && value <= negativeTo ? 'low' : 'middle'

const isAsDelivered = (key: keyof typeof standardDefaults, { positiveFrom, negativeTo }: StandardDefinition): boolean =>
  standardDefaults[key].positiveFrom === positiveFrom && standardDefaults[key].negativeTo === negativeTo

/** The cuts that differ from the ones scores are sorted by: only these have to be counted anew. */
export const cutsOf = ({ standard }: Definitions): Cuts =>
  Object.fromEntries(
    headlineMetrics.flatMap((key) => {
      const { definition } = standard[key]
      const { positiveFrom, negativeTo } = definition
      return isAsDelivered(key, definition) ? [] : [[key, { positiveFrom, negativeTo }]]
    }),
  )

export const leastsOf = ({ standard }: Definitions): Leasts => ({
  nps: standard.nps.definition.least,
  csat: standard.csat.definition.least,
  ces: standard.ces.definition.least,
})

/** The box that one score counts in. */
export const boxOfScore = (cuts: Cuts, { kind, value, category }: Pick<Score, 'kind' | 'value' | 'category'>): Box | null => {
  const cut = cuts[kind]
  return cut ? boxIn(cut, value) : boxOfCategory(category)
}
