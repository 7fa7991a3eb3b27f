import { pool } from '../connection'
import { tellRated, type WithQuestion } from '../score/headline'
import { type CaseRow, caseRowSelect } from './case-row'
import { type CaseNarrowing, caseWhere } from './case-where'

export type CaseFilter = CaseNarrowing & {
  limit: number
  /** the last row of the page before */
  after?: { dueAt: Date | null; number: number } | undefined
}

/** As the partial index says it, to the letter. */
const running = `k.status in ('open', 'acknowledged', 'in_progress', 'waiting')`

/** What is due first comes first, cases without a clock last; one more than `limit` where there is a next page. */
export const listCaseRows = async (filter: CaseFilter): Promise<CaseRow[]> => {
  const { sql, params } = caseWhere(filter)
  const at = params.length
  const after = filter.after
    ? `and (coalesce(k.due_at, 'infinity'), k.number) > (coalesce($${at + 2}::timestamptz, 'infinity'), $${at + 3}::int)`
    : ''
  const { rows } = await pool().query<WithQuestion<CaseRow>>(
    `with page as materialized (
       select k.* from cases k where ${running} and ${sql} ${after}
        order by coalesce(k.due_at, 'infinity'), k.number limit $${at + 1}
     ) ${caseRowSelect} order by coalesce(p.due_at, 'infinity'), p.number`,
    [...params, filter.limit + 1, ...(filter.after ? [filter.after.dueAt, filter.after.number] : [])],
  )
  return rows.map(tellRated)
}
