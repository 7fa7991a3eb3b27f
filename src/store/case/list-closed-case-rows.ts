import type { CaseStatus } from '@/domain/case/case'
import { pool } from '../connection'
import { type CaseRow, caseRowSelect } from './case-row'
import type { CaseFilter } from './list-case-rows'

/** Cases whose clock has stopped for good: the newest first, by number. One more than `limit` where there is a next page. */
export const listClosedCaseRows = async (filter: Omit<CaseFilter, 'overdueAt'>): Promise<CaseRow[]> => {
  const statuses: readonly CaseStatus[] = filter.statuses
  const { rows } = await pool().query<CaseRow>(
    `with page as materialized (
       select k.* from cases k
        where k.organization_id = $1 and k.status = any($3)
          and ($4::text is null or k.severity = $4)
          and ($5::text is null or k.touchpoint_id = (select id from touchpoints where organization_id = $1 and key = $5))
          and ($6::uuid is null or k.owner_member_id = $6
               or k.owner_team_id in (select team_id from team_members where organization_id = $1 and member_id = $6))
          and ($7::int is null or k.number < $7)
        order by k.number desc limit $2
     ) ${caseRowSelect} order by p.number desc`,
    [
      filter.organizationId,
      filter.limit + 1,
      statuses,
      filter.severity ?? null,
      filter.touchpoint ?? null,
      filter.ownerMemberId ?? null,
      filter.after?.number ?? null,
    ],
  )
  return rows
}
