import { addDays, startOfDay } from '@/domain/analysis/calendar'
import { type Comparison, compareSums } from '@/domain/analysis/compare-sums'
import type { Period } from '@/domain/analysis/period'
import { type Summary, summarize } from '@/domain/analysis/summarize'
import { type LoopMeasures, measureLoop } from '@/domain/case/loop'
import { slaOf } from '@/domain/case/sla'
import { isFailure } from '@/domain/errors'
import type { Severity } from '@/domain/schemas'
import { getOrganizationDetail } from '@/store/organization/get-organization-detail'
import { listLoopCases } from '@/store/reports/list-loop-cases'
import { type DetractorGroup, type NextScores, nextScores } from '@/store/reports/next-scores'

const mostCases = 10_000
const mostDetractors = 20_000

/** From how many next answers on two groups are compared at all. */
export const leastToCompare = 10

export type NextScore = Summary & {
  group: DetractorGroup
  /** whose next answer was waited for */
  customers: number
  /** against those without a case; null where one of the two has too few */
  comparison: Comparison | null
}

/**
 * `isCut`: there were more cases than are looked at; what is said is said of the newest. `nextScores` is null where there are too
 * many answers to look through in time.
 */
export type LoopReport = LoopMeasures & { nextScores: NextScore[] | null; isCut: boolean }

export type LoopAsked = { organizationId: string; period: Period; touchpoint?: string | undefined; now: Date }

const sumsOf = ({ n, low, middle, high }: { n: number; low: number; middle: number; high: number }) => ({
  ...{ n, low, middle, high },
  ...{ sum: 0, sumSquares: 0 },
})

const compareNext = (next: readonly NextScores[]): NextScore[] => {
  const untouched = next.find(({ group }) => group === 'untouched')
  return next.map((one) => ({
    ...summarize('nps', sumsOf(one)),
    group: one.group,
    customers: one.customers,
    comparison:
      one.group === 'untouched' || !untouched
        ? null
        : compareSums('nps', sumsOf(one), sumsOf(untouched), { least: leastToCompare }),
  }))
}

/** How well the loop closes in a period: times, standard, recovery, who does how well, and what customers answered the next time. */
export const getLoop = async ({ organizationId, period, touchpoint, now }: LoopAsked): Promise<LoopReport> => {
  const organization = await getOrganizationDetail(organizationId)
  const { timeZone, businessHours, holidays, cases: casePolicy, anonymityThreshold: threshold } = organization
  const from = startOfDay(period.from, timeZone)
  const to = startOfDay(addDays(period.to, 1), timeZone)
  const [cases, next] = await Promise.all([
    listLoopCases({ organizationId, from, to, touchpoint, limit: mostCases + 1 }),
    nextScores({ organizationId, from, to, touchpoint, limit: mostDetractors }),
  ])
  const setting = { timeZone, businessHours, holidays, casePolicy, responseHours: null }
  const clockFor = (severity: Severity) => slaOf(setting, severity).clock
  return {
    ...measureLoop(cases.slice(0, mostCases), { clockFor, now, isPart: touchpoint !== undefined, threshold }),
    nextScores: isFailure(next) ? null : compareNext(next),
    isCut: cases.length > mostCases,
  }
}

export type { DetractorGroup } from '@/store/reports/next-scores'
