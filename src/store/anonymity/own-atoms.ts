import { isKeptInRollups, type Narrowing } from '@/domain/analysis/narrowing'
import type { Failure } from '@/domain/errors'
import { type OwnMeasure, ownFacts } from '../reports/facts'
import type { RollupFilter } from '../reports/rollup-filter'
import type { AtomSource } from './anonymous-cells'
import type { Stream } from './atoms'
import type { Anonymity } from './read-anonymity'
import { readAtoms } from './read-atoms'

const ever = { from: '0001-01-01', to: '9999-12-31' }

/** What anonymous surveys' answers to measures of one's own add up to, looked at one by one: what daily counts can't tell. */
export const ownAtoms = (measures: readonly OwnMeasure[], asked: Narrowing): AtomSource => {
  const facts = ownFacts(measures)
  // Beside those that fit a condition only the others of the period count; whole streams tell which days belong together.
  const span = isKeptInRollups(asked) ? ever : {}
  const read = (
    { reading, channel: _, metrics: __, cuts: ___, ...filter }: RollupFilter,
    { surveys }: Anonymity,
  ): Promise<Stream[] | Failure> => readAtoms({ facts, reading, counts: `'{}'::int[]`, filter: { ...filter, only: surveys } })
  return { all: (filter, anonymity) => read({ ...filter, ...span }, anonymity), fitting: read }
}
