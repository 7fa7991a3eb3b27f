import type { Day } from './calendar'
import type { Period } from './period'
import { addSums, noSums, type Sums } from './summarize'
import { suppressSmall } from './suppress-small'

/** What an anonymous survey's answers to one metric add up to on a day, through a channel. `counts`: of the whole values 0 … 10. */
export type Atom = Sums & { day: Day; channel: string; counts: readonly number[] }

/**
 * Answers that are only ever counted together, those of the days `since` … `day`. Where `hidden` is set (to the threshold) they are
 * not to be told, and there is nothing but where they would stand.
 */
export type Cell = Sums & { since: Day; day: Day; channel: string | null; counts: readonly number[] }

type Days = { since: Day; day: Day }

/**
 * The days of one stream of answers in blocks that follow each other, each of `threshold` answers or more; what is left behind the
 * last one joins it if it has several days, and waits for more otherwise. A day with enough answers always ends a block, so that it
 * can be told from the days after such a day alone what the blocks are: they don't depend on what is asked for.
 */
export const blocksOf = (days: readonly { day: Day; n: number }[], threshold: number): Days[] => {
  const blocks: Days[] = []
  let waiting = null as Days | null
  let n = 0
  for (const { day, n: own } of days.filter((one) => one.n > 0).toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    waiting = { since: waiting?.since ?? day, day }
    n += own
    if (n < threshold) continue
    blocks.push(waiting)
    waiting = null
    n = 0
  }
  const last = blocks.at(-1)
  if (waiting && last && last.since < last.day) blocks[blocks.length - 1] = { since: last.since, day: waiting.day }
  return blocks
}

export const addCounts = (a: readonly number[], b: readonly number[]): number[] => {
  const counts = a.slice()
  for (let value = 0; value < b.length; value += 1) counts[value] = (counts[value] ?? 0) + (b[value] ?? 0)
  return counts
}

const noCounts: readonly number[] = Array.from({ length: 11 }, () => 0)

const addAtoms = (atoms: readonly Atom[]): Sums & { counts: readonly number[] } => {
  let sums = noSums
  let counts: readonly number[] = noCounts
  for (const atom of atoms) {
    sums = addSums(sums, atom)
    counts = addCounts(counts, atom.counts)
  }
  return { ...sums, counts }
}

/** Written out, as cells are: there are thousands of them for a screen, and copying objects into one takes many times as long. */
const hiddenCell = (day: Day, channel: string | null, threshold: number): Cell => {
  return { n: 0, low: 0, middle: 0, high: 0, sum: 0, sumSquares: 0, since: day, day, channel, counts: [], hidden: threshold }
}

const isWithin = ({ since, day }: Days, { from, to }: Period): boolean => since >= from && day <= to

export type Cutting = { threshold: number; period: Period; byChannel: boolean }

/**
 * One stream's answers of a period (a survey's at a touchpoint, to one metric) in cells that may be told. Whatever is asked for,
 * whichever days and channels, is put together of the same whole cells of `threshold` answers or more: so no sum of what is told,
 * and no difference, is about fewer. `atoms` are those of the whole stream, or from the day after one that ends a block before the
 * period to one that ends a block behind it. What can't be told stands as a hidden cell on each of its days.
 */
export const cellsOf = (atoms: readonly Atom[], { threshold, period, byChannel }: Cutting): Cell[] => {
  const answered = atoms.filter(({ n }) => n > 0).toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const byDay = new Map<Day, number>()
  for (const { day, n } of answered) byDay.set(day, (byDay.get(day) ?? 0) + n)
  const blocks = blocksOf(
    [...byDay].map(([day, n]) => ({ day, n })),
    threshold,
  )
  const told = new Set<Atom>()
  const cells: Cell[] = []
  let at = 0
  for (const block of blocks) {
    const first = at
    while (at < answered.length && (answered[at]?.day ?? '') <= block.day) at += 1
    if (!isWithin(block, period)) continue
    const own = answered.slice(first, at)
    const channels = [...new Set(byChannel ? own.map(({ channel }) => channel) : [null])]
    const parts = channels.map((channel) => {
      const answers = own.filter((atom) => channel === null || atom.channel === channel)
      return { channel, answers, sums: addAtoms(answers) }
    })
    const few = byChannel ? suppressSmall(parts, ({ sums }) => sums.n, threshold) : new Set()
    for (const part of parts) {
      if (few.has(part)) continue
      const { n, low, middle, high, sum, sumSquares, counts } = part.sums
      cells.push({ n, low, middle, high, sum, sumSquares, since: block.since, day: block.day, channel: part.channel, counts })
      for (const atom of part.answers) told.add(atom)
    }
  }
  const untold = answered.filter((atom) => atom.day >= period.from && atom.day <= period.to && !told.has(atom))
  const hidden = untold
    .filter(({ day }, nth) => byChannel || day !== untold[nth - 1]?.day)
    .map(({ day, channel }) => hiddenCell(day, byChannel ? channel : null, threshold))
  return [...cells, ...hidden]
}

/**
 * Whether it may be told that `found` of `all` fit a condition: neither those that do nor those that don't are a few. One that all
 * fit, or none, tells nobody apart.
 */
export const isSafePart = (found: number, all: number, threshold: number): boolean =>
  found >= threshold && (all - found <= 0 || all - found >= threshold)
