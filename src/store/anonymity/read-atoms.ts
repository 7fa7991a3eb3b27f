import { addSums } from '@/domain/analysis/summarize'
import { type Failure, isFailure } from '@/domain/errors'
import { readWithin } from '../read-within'
import { type FactFilter, type Facts, filterKey } from '../reports/facts'
import { readInParts } from '../reports/read-in-parts'
import { type Reading, readOnce } from '../reports/reading'
import { limitMs } from '../reports/scores-that-fit'
import { type Stream, type StreamAtom, streamOf, toStreams } from './atoms'

const joins = `join surveys v on v.organization_id = s.organization_id and v.id = s.survey_id
  join touchpoints t on t.organization_id = s.organization_id and t.id = s.touchpoint_id`

/** `counts`: an array of how many had the whole values 0 … 10. */
type AtomsAsked = { facts: Facts; filter: FactFilter; reading: Reading | undefined; counts: string }

/** Parts of a period may end within a day. */
const addUp = (atoms: readonly StreamAtom[]): StreamAtom[] => {
  const sums = new Map<string, StreamAtom>()
  for (const atom of atoms) {
    const key = `${streamOf(atom)} ${atom.day} ${atom.channel}`
    const known = sums.get(key)
    const counts = atom.counts.map((count, value) => count + (known?.counts[value] ?? 0))
    sums.set(key, known ? { ...known, ...addSums(known, atom), counts } : atom)
  }
  return [...sums.values()]
}

const findAtoms = async ({ facts, filter, reading, counts }: AtomsAsked): Promise<StreamAtom[] | Failure> => {
  const joined: Facts = { ...facts, within: (asked, span) => facts.within(asked, span, joins) }
  const statementOf = (from: string) =>
    `select s.metric, min(s.kind) as kind, s.survey_id as "surveyId", s.touchpoint_id as "touchpointId", v.key as survey,
        t.key as touchpoint, s.day, s.channel, ${facts.sums}, ${counts} as counts
      ${from} group by s.metric, s.survey_id, s.touchpoint_id, v.key, t.key, s.day, s.channel`
  if (!reading) {
    const { from, params } = joined.within(filter)
    return readWithin(limitMs, async (client) => (await client.query<StreamAtom>(statementOf(from), params)).rows)
  }
  return readOnce(reading.atoms, JSON.stringify([filterKey(filter), facts.key]), reading, async (shared) => {
    const found = await readInParts<StreamAtom>(filter, joined, shared, statementOf)
    return isFailure(found) ? found : addUp(found)
  })
}

/**
 * Anonymous surveys' answers, looked at one by one: at once, or with a screen that says how far it is, part after part and as long as
 * that has patience. What the screen has begun to read already isn't read again.
 */
export const readAtoms = async (asked: AtomsAsked): Promise<Stream[] | Failure> => {
  const atoms = await findAtoms(asked)
  return isFailure(atoms) ? atoms : toStreams(atoms)
}
