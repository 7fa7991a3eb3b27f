import { blocksOf } from '@/domain/analysis/anonymity'
import type { Day } from '@/domain/analysis/calendar'
import type { GapSums } from '@/domain/analysis/experience-gap'
import type { Period } from '@/domain/analysis/period'
import { gapParts } from '@/domain/survey/question'
import { readAnonymity } from '../anonymity/read-anonymity'
import { pool } from '../connection'

type GapFilter = {
  organizationId: string
  survey: string
  /** keys of gap questions */
  questions: readonly string[]
  period: Period
  /** the same, as instants; `to` is left out */
  from: Date
  to: Date
}

type DaySums = Record<
  'n' | 'experience' | 'expectation' | 'importance' | 'satisfactionSum' | 'satisfactionSumSquares',
  number
> & {
  question: string
  day: Day
}

/** Sums of whole answers by question and day. */
const statement = `with asked as (
     select a.response_id, split_part(a.question, '.', 1) as question,
            to_char(a.submitted_at at time zone (select time_zone from organizations where id = $1), 'YYYY-MM-DD') as day,
            max(a.number) filter (where a.question like '%.experience') as experience,
            max(a.number) filter (where a.question like '%.expectation') as expectation,
            max(a.number) filter (where a.question like '%.importance') as importance
       from answers a
      where a.organization_id = $1 and a.survey_id = (select id from surveys where organization_id = $1 and key = $2) and a.question = any($3)
        and a.submitted_at >= $4 and a.submitted_at < $5
      group by 1, 2, 3
   )
   select question, day, count(*)::int as n, sum(experience)::float8 as experience,
          sum(expectation)::float8 as expectation, sum(importance)::float8 as importance,
          sum(experience - expectation)::float8 as "satisfactionSum", sum((experience - expectation) ^ 2)::float8 as "satisfactionSumSquares"
     from asked where experience is not null and expectation is not null and importance is not null
    group by question, day order by question, day`

/** The threshold where the survey is anonymous. */
const thresholdOf = async (organizationId: string, survey: string): Promise<number | undefined> => {
  const anonymity = await readAnonymity(organizationId)
  if (!anonymity) return undefined
  const sql = 'select 1 from surveys where organization_id = $1 and key = $2 and id = any($3)'
  return (await pool().query(sql, [organizationId, survey, anonymity.surveys])).rowCount ? anonymity.threshold : undefined
}

const addUp = (question: string, days: readonly DaySums[]): GapSums => {
  const sum = (key: keyof DaySums): number => days.reduce((total, day) => total + Number(day[key]), 0)
  const n = sum('n')
  const mean = (key: keyof DaySums): number => (n > 0 ? sum(key) / n : 0)
  return {
    ...{ question, n, satisfactionSum: sum('satisfactionSum'), satisfactionSumSquares: sum('satisfactionSumSquares') },
    ...{ experience: mean('experience'), expectation: mean('expectation'), importance: mean('importance') },
  }
}

/** One row a gap question that somebody answered whole; `hidden` (the threshold) where an anonymous survey's answers are too few to be told. */
export const sumGapAnswers = async (filter: GapFilter): Promise<(GapSums & { hidden?: number })[]> => {
  const { organizationId, survey, questions, period, from, to } = filter
  const threshold = await thresholdOf(organizationId, survey)
  const span = threshold === undefined ? [from, to] : ['-infinity', 'infinity']
  const parts = questions.flatMap((key) => gapParts.map((part) => `${key}.${part}`))
  const { rows } = await pool().query<DaySums>(statement, [organizationId, survey, parts, ...span])
  const isIn = ({ day }: DaySums): boolean => day >= period.from && day <= period.to
  return [...new Set(rows.map(({ question }) => question))].flatMap((question) => {
    const days = rows.filter((row) => row.question === question)
    if (threshold === undefined) return [addUp(question, days)]
    const blocks = blocksOf(days, threshold).filter(({ since, day }) => since >= period.from && day <= period.to)
    const told = days.filter(({ day: own }) => blocks.some(({ since, day }) => own >= since && own <= day))
    if (told.length > 0) return [addUp(question, told)]
    return days.some(isIn) ? [{ ...addUp(question, []), n: 0, hidden: threshold }] : []
  })
}
