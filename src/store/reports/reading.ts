import type { Failure } from '@/domain/errors'
import type { CutStream, Stream, StreamAtom } from '../anonymity/atoms'
import type { Anonymity } from '../anonymity/read-anonymity'
import { makeProgress, type Progress } from './progress'
import type { AnyRow } from './sum-by'
import type { PlaceRow } from './sum-places'

/** Rows that are being read, and how far that is. */
type Kept<Row = AnyRow> = { rows: Promise<Row[] | Failure>; progress: Progress }

/**
 * What a screen has read of single responses already, by filter and period: its numbers add up the same responses in several
 * ways, and they are looked for once. Lives as long as the screen is being made, and knows how far it is.
 */
export type Reading = {
  kept: Map<string, Kept>
  /** of anonymous surveys */
  atoms: Map<string, Kept<StreamAtom>>
  /** the customers whom a condition asks for; null where they are too many to look for theirs alone */
  customers: Map<string, Promise<string[] | null | Failure>>
  /** the surveys that may hold such */
  anonymity: Map<string, Promise<Anonymity | undefined>>
  /** of their daily counts, and the cells that these are cut into: several numbers are made of the same */
  streams: Map<string, Promise<Stream[]>>
  cells: Map<string, Promise<CutStream[] | Failure>>
  /** touchpoints and their channels, of the daily counts of the others */
  places: Map<string, Promise<PlaceRow[]>>
  progress: Progress
  /** how long it may look through single responses, in ms */
  patienceMs: number
}

/** How long a screen that shows how far it is may look. */
const screenPatienceMs = 20_000

type ReadingOptions = {
  /** of the same screen, for a part of it that says how far it is itself */
  beside?: Reading | undefined
  patienceMs?: number
}

export const makeReading = ({ beside, patienceMs = screenPatienceMs }: ReadingOptions = {}): Reading => ({
  kept: beside?.kept ?? new Map(),
  atoms: beside?.atoms ?? new Map(),
  customers: beside?.customers ?? new Map(),
  anonymity: beside?.anonymity ?? new Map(),
  streams: beside?.streams ?? new Map(),
  cells: beside?.cells ?? new Map(),
  places: beside?.places ?? new Map(),
  progress: makeProgress(),
  patienceMs,
})

/** Rows that a screen has begun to read already aren't read again; whoever waits for them hears how far it is. */
export const readOnce = <Row>(
  kept: Map<string, Kept<Row>>,
  key: string,
  reading: Reading,
  read: (reading: Reading) => Promise<Row[] | Failure>,
): Promise<Row[] | Failure> => {
  const begin = () => {
    const progress = makeProgress()
    return { rows: read({ ...reading, progress }), progress }
  }
  const known = kept.get(key) ?? begin()
  kept.set(key, known)
  known.progress.tellTo(reading.progress)
  return known.rows
}

/** What was asked before, in whatever order of its parts, where there is a reading to share it in; else what `read` answers. */
export const once = <Answer>(
  kept: Map<string, Promise<Answer>> | undefined,
  asked: object,
  read: () => Promise<Answer>,
): Promise<Answer> => {
  const key = JSON.stringify(
    Object.entries(asked)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  const answer = kept?.get(key) ?? read()
  kept?.set(key, answer)
  return answer
}
