import type { CaseStatus } from '@/domain/case/case'
import { pool } from '../connection'
import { type CaseRow, caseRowSelect } from './case-row'

export type CaseFilter = {
  organizationId: string
  limit: number
  statuses: readonly CaseStatus[]
  severity?: string | undefined
  touchpoint?: string | undefined
  /** a member's id: their own cases and those of their teams */
  ownerMemberId?: string | undefined
  /** whose clock ran out before this instant; a clock that stands doesn't run out */
  overdueAt?: Date | undefined
  /** the last row of the page before */
  after?: { dueAt: Date | null; number: number } | undefined
}

/** What is due first comes first, cases without a clock last; one more than `limit` where there is a next page. */
export const listCaseRows = async (filter: CaseFilter): Promise<CaseRow[]> => {
  const { rows } = await pool().query<CaseRow>(
    `with page as materialized (
       select k.* from cases k
        where k.organization_id = $1 and k.status = any($3)
          and ($4::text is null or k.severity = $4)
          and ($5::text is null or k.touchpoint_id = (select id from touchpoints where organization_id = $1 and key = $5))
          and ($6::uuid is null or k.owner_member_id = $6
               or k.owner_team_id in (select team_id from team_members where organization_id = $1 and member_id = $6))
          and ($7::timestamptz is null or (k.due_at < $7 and k.remaining_minutes is null))
          and ($9::int is null or (coalesce(k.due_at, 'infinity'), k.number) > (coalesce($8::timestamptz, 'infinity'), $9))
        order by coalesce(k.due_at, 'infinity'), k.number limit $2
     ) ${caseRowSelect} order by coalesce(p.due_at, 'infinity'), p.number`,
    [
      filter.organizationId,
      filter.limit + 1,
      filter.statuses,
      filter.severity ?? null,
      filter.touchpoint ?? null,
      filter.ownerMemberId ?? null,
      filter.overdueAt ?? null,
      filter.after?.dueAt ?? null,
      filter.after?.number ?? null,
    ],
  )
  return rows
}
