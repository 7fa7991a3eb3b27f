import type { Ends, SumsOf } from '../metric/index-score'
import { everyKind, type Measure } from '../metric/measure'
import type { Sums } from './summarize'

/** What was answered: an option, one of those that aren't offered (any more), a whole number, or numbers from `from` to under `to` (the last up to it). */
export type Answered =
  | { option: string }
  | { rest: true }
  | { value: number }
  | { from: number | null; to: number | null; isLast?: boolean }

/** How many gave an answer. `isCounted`: whether a share counts it; null of a mean. Shares of several choices add up to more than 1. */
export type SpreadBar = { answered: Answered; count: number; share: number; isCounted: boolean | null }

/** How the answers behind a metric spread: what is counted for it, and how these sums become bars. */
export type Spread = {
  measures: Measure[]
  barsOf: (sumsOf: SumsOf) => { n: number; bars: SpreadBar[]; hidden?: number | undefined }
}

const mostBars = 10

/** A share of one's own beside the metric's own, of the same answers. */
const shareOf = (
  measure: Measure,
  name: string | number,
  what: Pick<Measure, 'cuts'> & Partial<Pick<Measure, 'options'>>,
): Measure => ({
  ...measure,
  key: `${measure.key} ${name}`,
  kind: 'csat',
  shownAs: 'csat',
  ends: { from: 0, to: 1 },
  options: undefined,
  ...what,
})

const toBars = (n: number, counts: readonly (readonly [Answered, number])[], isCounted: (answered: Answered) => boolean | null) =>
  counts.map(
    ([answered, count]): SpreadBar => ({ answered, count, share: n > 0 ? count / n : 0, isCounted: isCounted(answered) }),
  )

/** Of a question that is chosen from: every option offered, and together those that aren't. */
export const spreadOfOptions = (measure: Measure, offered: readonly string[], counted: readonly string[] | undefined): Spread => {
  const ofOption = (options: readonly string[], name: string) => shareOf(measure, name, { cuts: {}, options })
  const each = offered.map((option) => ofOption([option], option))
  const any = ofOption(offered, ' any')
  return {
    measures: [...each, any],
    barsOf: (sumsOf) => {
      const { n, high, hidden } = sumsOf(any.key)
      const counts = offered.map((option, at) => [{ option }, sumsOf(each[at]?.key ?? '').high] as const)
      const rest = n - high
      const all = rest > 0 ? [...counts, [{ rest: true }, rest] as const] : counts
      const isCounted = (answered: Answered) => (counted ? 'option' in answered && counted.includes(answered.option) : null)
      return { n, bars: toBars(n, all, isCounted), hidden }
    },
  }
}

/** The next of 1, 2, 5, 10, 20, 50 … from `least` up. */
const roundStep = (least: number): number => {
  const power = 10 ** Math.floor(Math.log10(least))
  return power * ([1, 2, 5].find((one) => one * power >= least * (1 - 1e-9)) ?? 10)
}

const steps = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.max(0, Math.round((to - from) / step) + 1) }, (_, at) => Number((from + at * step).toPrecision(12)))

/** Numbers without ends: round steps over two standard deviations on either side of the mean, open beyond them. */
const edgesAround = ({ n, sum, sumSquares }: Sums): number[] => {
  if (n === 0) return []
  const mean = sum / n
  const deviation = Math.sqrt(Math.max(0, sumSquares / n - mean ** 2))
  if (deviation === 0) return [mean]
  const step = roundStep((4 * deviation) / (mostBars - 2))
  return steps(Math.ceil((mean - 2 * deviation) / step) * step, Math.floor((mean + 2 * deviation) / step) * step, step)
}

/** Of numbers from one edge to the next; `edges` are where the second bar and all further ones begin. */
const spreadOfEdges = (
  measure: Measure,
  edges: readonly number[],
  nameOf: (at: number) => Answered,
  counted?: number,
): Spread => {
  const atLeast = edges.map((edge) => shareOf(measure, edge, { cuts: everyKind(edge) }))
  return {
    measures: atLeast,
    barsOf: (sumsOf) => {
      const [first] = atLeast
      const { n, hidden } = sumsOf(first?.key ?? measure.key)
      const above = [n, ...atLeast.map(({ key }) => sumsOf(key).high), 0]
      const counts = Array.from(
        { length: edges.length + 1 },
        (_, at) => [nameOf(at), (above[at] ?? 0) - (above[at + 1] ?? 0)] as const,
      )
      const isCounted = (answered: Answered): boolean | null => {
        if (counted === undefined) return null
        return 'value' in answered
          ? answered.value >= counted
          : 'from' in answered && (answered.from ?? Number.NEGATIVE_INFINITY) >= counted
      }
      return { n, bars: toBars(n, counts, isCounted), hidden }
    },
  }
}

const withEdge = (edges: readonly number[], edge: number | undefined): number[] =>
  edge === undefined ? [...edges] : [...new Set([...edges, edge])].sort((a, b) => a - b)

/** Of numbers on a scale: each whole one where these are few and all that can be answered, else ranges; a share's own cut is always an edge. */
export const spreadOfScale = (measure: Measure, { from, to, isWhole }: Ends & { isWhole: boolean }, cut?: number): Spread => {
  if (isWhole && Number.isInteger(cut ?? from) && to - from <= mostBars)
    return spreadOfEdges(measure, steps(from + 1, to, 1), (at) => ({ value: from + at }), cut)
  const step = roundStep((to - from) / mostBars)
  const inner = steps(Math.ceil(from / step) * step, to, step).filter((edge) => edge > from && edge < to)
  const edges = withEdge(inner, cut !== undefined && cut > from && cut < to ? cut : undefined)
  const ends = [from, ...edges, to]
  return spreadOfEdges(
    measure,
    edges,
    (at) => ({ from: ends[at] ?? from, to: ends[at + 1] ?? to, ...(at === edges.length ? { isLast: true } : {}) }),
    cut,
  )
}

/** Of numbers without a scale, whose sums say where they lie. Ends beyond which nobody answered are left out. */
export const spreadOfNumbers = (measure: Measure, sums: Sums, cut?: number): Spread => {
  const edges = withEdge(edgesAround(sums), cut)
  const nameOf = (at: number): Answered => ({ from: edges[at - 1] ?? null, to: edges[at] ?? null })
  const spread = spreadOfEdges(measure, edges, nameOf, cut)
  return {
    ...spread,
    barsOf: (sumsOf) => {
      const told = spread.barsOf(sumsOf)
      const answered = told.bars.map(({ count }) => count > 0)
      return { ...told, bars: told.bars.slice(Math.max(0, answered.indexOf(true)), answered.lastIndexOf(true) + 1) }
    },
  }
}
