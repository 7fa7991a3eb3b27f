import { type Cell, type Cutting, cellsOf, isSafePart } from '@/domain/analysis/anonymity'
import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { Period } from '@/domain/analysis/period'
import { addSums, noSums, type Sums } from '@/domain/analysis/summarize'
import { type Failure, isFailure } from '@/domain/errors'
import { once } from '../reports/reading'
import type { RollupFilter } from '../reports/rollup-filter'
import { type AnonymousRow, type StreamAtom, streamOf } from './atoms'
import { type Anonymity, readAnonymity } from './read-anonymity'
import { rollupAtoms } from './rollup-atoms'
import { scoreAtoms } from './score-atoms'

/** Where the answers of anonymous surveys are read from. */
export type AtomSource = {
  /** of whole streams, around the period too */
  all: (filter: RollupFilter, anonymity: Anonymity) => Promise<StreamAtom[] | Failure>
  /** of the period, and of the answers that fit what can't be told of a day's sums */
  fitting: (filter: RollupFilter, anonymity: Anonymity) => Promise<StreamAtom[] | Failure>
}
const scored: AtomSource = { all: rollupAtoms, fitting: scoreAtoms }

const byStream = (atoms: readonly StreamAtom[]): Map<string, StreamAtom[]> => {
  const streams = new Map<string, StreamAtom[]>()
  for (const atom of atoms) {
    const stream = streams.get(streamOf(atom)) ?? []
    streams.set(streamOf(atom), stream)
    stream.push(atom)
  }
  return streams
}

const countIn = (atoms: readonly StreamAtom[], { from, to }: Period, channel: string | null): number =>
  atoms
    .filter((one) => one.day >= from && one.day <= to && (channel === null || one.channel === channel))
    .reduce((sum, { n }) => sum + n, 0)

/**
 * Those that fit a condition must not be a few, nor those that don't: what is left of all would be about them. Where channels are told
 * apart, none may have a few answers, however many of those fit: that none does would tell what each of them said. A few that fit of a
 * channel with enough are hidden with another channel (`cellsOf`).
 */
const isSafe = (fitting: readonly StreamAtom[], all: readonly StreamAtom[], { threshold, period, byChannel }: Cutting) => {
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
const cellsThatFit = (own: readonly StreamAtom[], whole: readonly StreamAtom[], cutting: Cutting): Cell[] => {
  const isTold = isSafe(own, whole, cutting)
  const cells = isTold ? cellsOf(own, cutting) : []
  const told = cells.filter(({ hidden }) => hidden === undefined)
  if (isTold && told.length === cells.length) return told
  const isWithin = ({ day, channel }: StreamAtom, cell: Cell): boolean =>
    cell.since <= day && day <= cell.day && (cell.channel === null || cell.channel === channel)
  const untold = whole.filter((atom) => !told.some((cell) => isWithin(atom, cell)))
  return [...told, ...cellsOf(untold, { ...cutting, threshold: Number.POSITIVE_INFINITY })]
}

/** What may be told of the answers of anonymous surveys, in rows like those of rollups; what may not stands there hidden. */
const cutRows = async (
  filter: RollupFilter,
  anonymity: Anonymity,
  byChannel: boolean,
  atoms: AtomSource,
): Promise<AnonymousRow[] | Failure> => {
  const { threshold } = anonymity
  const { from, to, channel } = filter
  const period = { from, to }
  const { where: _, locale: __, ...unconditional } = filter
  const all = await atoms.all(unconditional, anonymity)
  if (isFailure(all)) return all
  const isByChannel = byChannel || channel !== undefined
  const cutting = { threshold, period, byChannel: isByChannel }
  const cut = async (): Promise<(readonly [StreamAtom[], Cell[]])[] | Failure> => {
    const streams = byStream(all)
    if (isKeptInRollups(filter)) return [...streams.values()].map((own) => [own, cellsOf(own, cutting)])
    const fitting = await atoms.fitting(filter, anonymity)
    if (isFailure(fitting)) return fitting
    const found = byStream(fitting)
    return [...streams].map(([stream, whole]) => [whole, cellsThatFit(found.get(stream) ?? [], whole, cutting)])
  }
  const streams = await cut()
  if (isFailure(streams)) return streams
  return streams.flatMap(([[first], cells]) => {
    if (!first) return []
    const { metric, kind, surveyId, touchpointId, survey, touchpoint } = first
    return cells
      .filter((cell) => channel === undefined || cell.channel === channel)
      .map((cell) => {
        const hidden = cell.hidden === undefined ? {} : { hidden: threshold }
        return { ...cell, ...hidden, threshold, metric, kind, surveyId, touchpointId, survey, touchpoint }
      })
  })
}

/** The same, cut once for all numbers of a reading that are made of daily counts. */
const anonymousRows = (
  { reading, hasBins: _, ...filter }: RollupFilter,
  anonymity: Anonymity,
  byChannel: boolean,
  atoms: AtomSource,
): Promise<AnonymousRow[] | Failure> => {
  const cut = () => cutRows({ ...filter, reading }, anonymity, byChannel, atoms)
  // What others than scores are cut from isn't told by the filter alone; answers that fit a condition are shared where they are read,
  // which says how far that is.
  return atoms === scored && isKeptInRollups(filter) ? once(reading?.cells, { ...filter, byChannel }, cut) : cut()
}

type Asked<Row> = {
  filter: RollupFilter
  /** whether channels are told apart */
  byChannel?: boolean
  read: (filter: RollupFilter) => Promise<Row[] | Failure>
  toRow: (cell: AnonymousRow) => Row
  keyOf: (row: Row) => string
  atoms?: AtomSource | undefined
}

/** `bins`: of the whole values 0 … 10, where they were asked for. */
type Summed = Sums & { bins?: readonly number[] }

const addBins = (a: readonly number[], b: readonly number[]): number[] =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, value) => (a[value] ?? 0) + (b[value] ?? 0))

const addRows = <Row extends Summed>(a: Row, b: Row): Row => {
  const bins = a.bins && b.bins ? { bins: addBins(a.bins, b.bins) } : {}
  return { ...a, ...addSums(a, b), ...bins }
}

/**
 * Sums of answers, with those of anonymous surveys among them as far as they may be told. Every number by period, place or condition
 * comes through here; where there is no anonymous survey it is what `read` reads.
 */
export const withAnonymous = async <Row extends Summed>(asked: Asked<Row>): Promise<Row[] | Failure> => {
  const { filter, byChannel = false, read, toRow, keyOf, atoms = scored } = asked
  const anonymity = await readAnonymity(filter.organizationId)
  if (!anonymity) return read(filter)
  const [rows, cells] = await Promise.all([
    read({ ...filter, without: anonymity.surveys }),
    anonymousRows(filter, anonymity, byChannel, atoms),
  ])
  if (isFailure(rows)) return rows
  if (isFailure(cells)) return cells
  const sums = new Map<string, Row>()
  for (const row of [...rows, ...cells.map(toRow)]) {
    const sum = sums.get(keyOf(row))
    sums.set(keyOf(row), sum ? addRows(sum, row) : row)
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

/** The same cell by cell, and the surveys that they are of; undefined where there is none. */
export const anonymousRowsOf = async (
  filter: RollupFilter,
): Promise<{ surveys: string[]; rows: AnonymousRow[] } | undefined | Failure> => {
  const anonymity = await readAnonymity(filter.organizationId)
  if (!anonymity) return undefined
  const rows = await anonymousRows(filter, anonymity, false, scored)
  return isFailure(rows) ? rows : { surveys: anonymity.surveys, rows }
}

/** What of a cell is added up. */
export const sumsOf = ({ n, low, middle, high, sum, sumSquares, hidden }: Sums): Sums =>
  addSums(noSums, { n, low, middle, high, sum, sumSquares, hidden })
