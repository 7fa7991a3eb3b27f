import { type Failure, isFailure } from '@/domain/errors'
import { scoreFacts } from '../reports/facts'
import type { RollupFilter } from '../reports/rollup-filter'
import type { Stream } from './atoms'
import type { Anonymity } from './read-anonymity'
import { readAtoms } from './read-atoms'

const values = Array.from({ length: 11 }, (_, value) => `count(*) filter (where s.value = ${value})::int`).join(', ')

/** What the scores of anonymous surveys' answers that fit add up to, of the period alone and of every channel. */
export const scoreAtoms = async (
  { reading, channel: _, metrics, cuts, ...filter }: RollupFilter,
  { surveys }: Anonymity,
): Promise<Stream[] | Failure> => {
  // A screen asks for several metrics in turn: they are all read with the first.
  const facts = scoreFacts({ cuts }, reading ? null : metrics)
  const atoms = await readAtoms({ facts, reading, counts: `array[${values}]`, filter: { ...filter, only: surveys } })
  return isFailure(atoms) ? atoms : atoms.filter(({ metric }) => metrics.includes(metric))
}
