import { pool } from '../connection'
import { tellRated, type WithQuestion } from '../score/headline'
import { type CaseRow, caseRowSelect } from './case-row'
import { caseWhere } from './case-where'
import type { CaseFilter } from './list-case-rows'

/** Cases whose clock has stopped for good: the newest first, by number. One more than `limit` where there is a next page. */
export const listClosedCaseRows = async (filter: CaseFilter): Promise<CaseRow[]> => {
  const { sql, params } = caseWhere({ ...filter, overdueAt: undefined, dueBefore: undefined })
  const at = params.length
  const { rows } = await pool().query<WithQuestion<CaseRow>>(
    `with page as materialized (
       select k.* from cases k where ${sql} ${filter.after ? `and k.number < $${at + 2}::int` : ''}
        order by k.number desc limit $${at + 1}
     ) ${caseRowSelect} order by p.number desc`,
    [...params, filter.limit + 1, ...(filter.after ? [filter.after.number] : [])],
  )
  return rows.map(tellRated)
}
