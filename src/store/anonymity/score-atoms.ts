import type { Failure } from '@/domain/errors'
import { readWithin } from '../read-within'
import type { RollupFilter } from '../reports/rollup-filter'
import { limitMs, scoreSums, scoresThatFit } from '../reports/scores-that-fit'
import type { StreamAtom } from './atoms'
import type { Anonymity } from './read-anonymity'

const counts = Array.from({ length: 11 }, (_, value) => `count(*) filter (where s.value = ${value})::int`).join(', ')

/** What the scores of anonymous surveys' answers that fit add up to, of the period alone and of every channel. */
export const scoreAtoms = async (
  { reading: _, channel: __, ...filter }: RollupFilter,
  { surveys }: Anonymity,
): Promise<StreamAtom[] | Failure> => {
  const joins = `join surveys v on v.organization_id = s.organization_id and v.id = s.survey_id
    join touchpoints t on t.organization_id = s.organization_id and t.id = s.touchpoint_id`
  const { from, params } = scoresThatFit({ ...filter, only: surveys }, joins)
  const statement = `select s.metric, min(s.kind) as kind, s.survey_id as "surveyId", s.touchpoint_id as "touchpointId", v.key as survey, t.key as touchpoint,
      s.day, s.channel, ${scoreSums(filter.cuts)}, array[${counts}] as counts
    ${from} group by s.metric, s.survey_id, s.touchpoint_id, v.key, t.key, s.day, s.channel`
  return readWithin(limitMs, async (client) => (await client.query<StreamAtom>(statement, params)).rows)
}
