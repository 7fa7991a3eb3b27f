import { isKeptInRollups, type Narrowing } from '@/domain/analysis/narrowing'
import type { Failure } from '@/domain/errors'
import { readWithin } from '../read-within'
import { type OwnMeasure, ownFacts } from '../reports/facts'
import type { RollupFilter } from '../reports/rollup-filter'
import { limitMs } from '../reports/scores-that-fit'
import type { AtomSource } from './anonymous-cells'
import type { StreamAtom } from './atoms'
import type { Anonymity } from './read-anonymity'

const joins = `join surveys v on v.organization_id = s.organization_id and v.id = s.survey_id
  join touchpoints t on t.organization_id = s.organization_id and t.id = s.touchpoint_id`

const ever = { from: '0001-01-01', to: '9999-12-31' }

/** What anonymous surveys' answers to measures of one's own add up to, looked at one by one: what daily counts can't tell. */
export const ownAtoms = (measures: readonly OwnMeasure[], asked: Narrowing): AtomSource => {
  const facts = ownFacts(measures)
  const read = async (
    { reading: _, channel: __, metrics: ___, cuts: ____, ...filter }: RollupFilter,
    { surveys }: Anonymity,
  ): Promise<StreamAtom[] | Failure> => {
    const { from, params } = facts.within({ ...filter, only: surveys }, undefined, joins)
    const statement = `select s.metric, min(s.kind) as kind, s.survey_id as "surveyId", s.touchpoint_id as "touchpointId", v.key as survey,
        t.key as touchpoint, s.day, s.channel, ${facts.sums}, '{}'::int[] as counts
      ${from} group by s.metric, s.survey_id, s.touchpoint_id, v.key, t.key, s.day, s.channel`
    return readWithin(limitMs, async (client) => (await client.query<StreamAtom>(statement, params)).rows)
  }
  // Beside those that fit a condition only the others of the period count; whole streams tell which days belong together.
  const span = isKeptInRollups(asked) ? ever : {}
  return { all: (filter, anonymity) => read({ ...filter, ...span }, anonymity), fitting: read }
}
