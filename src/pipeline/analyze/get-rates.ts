import { addDays, startOfDay } from '@/domain/analysis/calendar'
import { adjustComparisons, type Comparison, compareSums } from '@/domain/analysis/compare-sums'
import type { Narrowing } from '@/domain/analysis/narrowing'
import type { Period } from '@/domain/analysis/period'
import { noSums, type Summary, type Sums, summarize } from '@/domain/analysis/summarize'
import { type Failure, isFailure } from '@/domain/errors'
import { countCompletions } from '@/store/reports/count-completions'
import { countInvited } from '@/store/reports/count-invited'

/** A share in a period, with its interval, beside another period. `n` counts invitations, or what was begun. */
export type Rate = { summary: Summary; previous: Summary; comparison: Comparison | null }

/** `response` is null under a condition: of those who haven't answered nobody knows whether they fit it. */
export type Rates = { response: Rate | null; completion: Rate }

type Asked = Narrowing & { organizationId: string; timeZone: string; period: Period; comparedWith: Period }

const shareOf = (part: number, whole: number): Sums => ({ ...noSums, n: whole, high: part })

/** How many of those invited answer, and how many of those who begin finish; `too_slow` where too many fit to be counted. */
export const getRates = async ({ timeZone, period, comparedWith, ...narrowing }: Asked): Promise<Rates | Failure> => {
  const { where, ...places } = narrowing
  const within = ({ from, to }: Period) => ({ from: startOfDay(from, timeZone), before: startOfDay(addDays(to, 1), timeZone) })
  const [invited, invitedBefore] = where
    ? [null, null]
    : await Promise.all([period, comparedWith].map((span) => countInvited({ ...places, ...within(span) })))
  const [begun, begunBefore] = await Promise.all(
    [period, comparedWith].map((span) => countCompletions({ ...narrowing, ...within(span) })),
  )
  if (!begun || !begunBefore) throw new Error('two periods are counted')
  if (isFailure(begun)) return begun
  if (isFailure(begunBefore)) return begunBefore
  const now = [shareOf(invited?.completed ?? 0, invited?.sent ?? 0), shareOf(begun.completed, begun.started)] as const
  const before = [
    shareOf(invitedBefore?.completed ?? 0, invitedBefore?.sent ?? 0),
    shareOf(begunBefore.completed, begunBefore.started),
  ] as const
  const [ofResponse = null, ofCompletion = null] = adjustComparisons([
    compareSums('csat', now[0], before[0]),
    compareSums('csat', now[1], before[1]),
  ])
  const rate = (at: 0 | 1, comparison: Comparison | null): Rate => ({
    summary: summarize('csat', now[at]),
    previous: summarize('csat', before[at]),
    comparison,
  })
  return { response: where ? null : rate(0, ofResponse), completion: rate(1, ofCompletion) }
}
