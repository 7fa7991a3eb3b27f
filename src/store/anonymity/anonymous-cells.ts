import { type Atom, addCounts, type Cell, type Cutting, cellsOf, isSafePart } from '@/domain/analysis/anonymity'
import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { Period } from '@/domain/analysis/period'
import { addSums, addTo, noSums, type Sums } from '@/domain/analysis/summarize'
import { type Failure, isFailure } from '@/domain/errors'
import { once } from '../reports/reading'
import type { RollupFilter } from '../reports/rollup-filter'
import { type CutStream, type Stream, streamOf } from './atoms'
import { type Anonymity, readAnonymity } from './read-anonymity'
import { rollupAtoms } from './rollup-atoms'
import { scoreAtoms } from './score-atoms'

/** Where the answers of anonymous surveys are read from. */
export type AtomSource = {
  /** of whole streams, around the period too */
  all: (filter: RollupFilter, anonymity: Anonymity) => Promise<Stream[] | Failure>
  /** of the period, and of the answers that fit what can't be told of a day's sums */
  fitting: (filter: RollupFilter, anonymity: Anonymity) => Promise<Stream[] | Failure>
}
const scored: AtomSource = { all: rollupAtoms, fitting: scoreAtoms }

const countIn = (atoms: readonly Atom[], { from, to }: Period, channel: string | null): number =>
  atoms
    .filter((one) => one.day >= from && one.day <= to && (channel === null || one.channel === channel))
    .reduce((sum, { n }) => sum + n, 0)

/**
 * Those that fit a condition must not be a few, nor those that don't: what is left of all would be about them. Where channels are told
 * apart, none may have a few answers, however many of those fit: that none does would tell what each of them said. A few that fit of a
 * channel with enough are hidden with another channel (`cellsOf`).
 */
const isSafe = (fitting: readonly Atom[], all: readonly Atom[], { threshold, period, byChannel }: Cutting) => {
  const isSafeIn = (channel: string | null): boolean => {
    const [found, whole] = [countIn(fitting, period, channel), countIn(all, period, channel)]
    if (whole > 0 && whole < threshold) return false
    const isNone = found === 0
    return channel === null ? isNone || isSafePart(found, whole, threshold) : whole === found || whole - found >= threshold
  }
  return [null, ...(byChannel ? new Set(all.map(({ channel }) => channel)) : [])].every(isSafeIn)
}

/**
 * The cells of a stream's answers that fit a condition. What of them can't be told is hidden on every day on which there are answers
 * that aren't told, whether they fit or not: neither the days nor a nought may say which of a few do.
 */
const cellsThatFit = (own: readonly Atom[], whole: readonly Atom[], cutting: Cutting): Cell[] => {
  const isTold = isSafe(own, whole, cutting)
  const cells = isTold ? cellsOf(own, cutting) : []
  const told = cells.filter(({ hidden }) => hidden === undefined)
  if (isTold && told.length === cells.length) return told
  const isWithin = ({ day, channel }: Atom, cell: Cell): boolean =>
    cell.since <= day && day <= cell.day && (cell.channel === null || cell.channel === channel)
  const untold = whole.filter((atom) => !told.some((cell) => isWithin(atom, cell)))
  const hidden = cellsOf(untold, { ...cutting, threshold: Number.POSITIVE_INFINITY })
  return [...told, ...hidden.map((cell) => ({ ...cell, hidden: cutting.threshold }))]
}

/** What may be told of the answers of anonymous surveys; what may not stands there hidden. */
const cutStreams = async (
  filter: RollupFilter,
  anonymity: Anonymity,
  byChannel: boolean,
  atoms: AtomSource,
): Promise<CutStream[] | Failure> => {
  const { threshold } = anonymity
  const { from, to, channel } = filter
  const period = { from, to }
  const { where: _, locale: __, ...unconditional } = filter
  const all = await atoms.all(unconditional, anonymity)
  if (isFailure(all)) return all
  const isByChannel = byChannel || channel !== undefined
  const cutting = { threshold, period, byChannel: isByChannel }
  const findCells = async (): Promise<((stream: Stream) => Cell[]) | Failure> => {
    if (isKeptInRollups(filter)) return (stream) => cellsOf(stream.atoms, cutting)
    const fitting = await atoms.fitting(filter, anonymity)
    if (isFailure(fitting)) return fitting
    const found = new Map(fitting.map((stream) => [streamOf(stream), stream.atoms]))
    return (stream) => cellsThatFit(found.get(streamOf(stream)) ?? [], stream.atoms, cutting)
  }
  const cellsIn = await findCells()
  if (isFailure(cellsIn)) return cellsIn
  return all.map((stream) => {
    const { atoms: _, ...place } = stream
    return { ...place, threshold, cells: cellsIn(stream).filter((cell) => channel === undefined || cell.channel === channel) }
  })
}

/** The same, cut once for all numbers of a reading that are made of daily counts. */
const anonymousStreams = (
  { reading, hasBins: _, ...filter }: RollupFilter,
  anonymity: Anonymity,
  byChannel: boolean,
  atoms: AtomSource,
): Promise<CutStream[] | Failure> => {
  const cut = () => cutStreams({ ...filter, reading }, anonymity, byChannel, atoms)
  // What others than scores are cut from isn't told by the filter alone; answers that fit a condition are shared where they are read,
  // which says how far that is.
  return atoms === scored && isKeptInRollups(filter) ? once(reading?.cells, { ...filter, byChannel }, cut) : cut()
}

const anonymityOf = ({ organizationId, reading }: RollupFilter): Promise<Anonymity | undefined> =>
  once(reading?.anonymity, { organizationId }, () => readAnonymity(organizationId))

type Asked<Row> = {
  filter: RollupFilter
  /** whether channels are told apart */
  byChannel?: boolean
  read: (filter: RollupFilter) => Promise<Row[] | Failure>
  toRow: (cell: Cell, stream: CutStream) => Row
  /** rows are told in the order of their keys; `keyOfCell`: of the row that a cell counts in */
  keyOf: (row: Row) => string
  keyOfCell: (cell: Cell, stream: CutStream) => string
  atoms?: AtomSource | undefined
}

/** `bins`: of the whole values 0 … 10, where they were asked for. */
type Summed = Sums & { bins?: readonly number[] }

/** Adds to a row that nobody else has. */
const addRow = (row: Summed, more: Sums, bins: readonly number[] | undefined): void => {
  addTo(row, more)
  if (row.bins && bins) row.bins = addCounts(row.bins, bins)
}

/**
 * Sums of answers, with those of anonymous surveys among them as far as they may be told. Every number by period, place or condition
 * comes through here; where there is no anonymous survey it is what `read` reads.
 */
export const withAnonymous = async <Row extends Summed>(asked: Asked<Row>): Promise<Row[] | Failure> => {
  const { filter, byChannel = false, read, toRow, keyOf, keyOfCell, atoms = scored } = asked
  const anonymity = await anonymityOf(filter)
  if (!anonymity) return read(filter)
  const [rows, streams] = await Promise.all([
    read({ ...filter, without: anonymity.surveys }),
    anonymousStreams(filter, anonymity, byChannel, atoms),
  ])
  if (isFailure(rows)) return rows
  if (isFailure(streams)) return streams
  const sums = new Map<string, Row>()
  for (const row of rows) {
    const sum = sums.get(keyOf(row))
    if (sum) addRow(sum, row, row.bins)
    else sums.set(keyOf(row), { ...row })
  }
  for (const stream of streams) {
    for (const cell of stream.cells) {
      const key = keyOfCell(cell, stream)
      const sum = sums.get(key)
      if (sum) addRow(sum, cell, cell.counts)
      else sums.set(key, toRow(cell, stream))
    }
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

/** The same cell by cell, and the surveys that they are of; undefined where there is none. */
export const anonymousCellsOf = async (
  filter: RollupFilter,
): Promise<{ surveys: string[]; streams: CutStream[] } | undefined | Failure> => {
  const anonymity = await anonymityOf(filter)
  if (!anonymity) return undefined
  const streams = await anonymousStreams(filter, anonymity, false, scored)
  return isFailure(streams) ? streams : { surveys: anonymity.surveys, streams }
}

/** What of a cell is added up. */
export const sumsOf = (cell: Sums): Sums => addSums(noSums, cell)
