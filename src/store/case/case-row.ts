import type { CaseStatus } from '@/domain/case/case'
import type { Localized } from '@/domain/localized'
import type { Severity } from '@/domain/schemas'
import { type HeadlineScore, joinHeadline, type Rated } from '../score/headline'

/** A case as the queue shows it. */
export type CaseRow = {
  number: number
  status: CaseStatus
  severity: Severity
  touchpointName: Localized
  ownerName: string | null
  ownerTeam: Localized | null
  customerName: string | null
  openedAt: Date
  dueAt: Date | null
  /** minutes of business time left on a clock that stands */
  remainingMinutes: number | null
  rootCause: string | null
  responses: number
  /** of the case's newest response, as is the comment */
  score: HeadlineScore | null
  rated: Rated | null
  comment: string | null
}

/** Gives rows with `question` (`tellRated`). Joins the row's other tables to a CTE `page` of at most a page of cases, in the page's own order. */
export const caseRowSelect = `
  select p.number, p.status, p.severity, t.name as "touchpointName", m.name as "ownerName", team.name as "ownerTeam", coalesce(c.name, c.external_id) as "customerName",
         p.opened_at as "openedAt", p.due_at as "dueAt", p.remaining_minutes as "remainingMinutes", p.root_cause as "rootCause",
         linked.responses, headline.score, asked.question, words.comment
    from page p
    join touchpoints t on t.organization_id = p.organization_id and t.id = p.touchpoint_id
    left join members m on m.organization_id = p.organization_id and m.id = p.owner_member_id
    left join teams team on team.organization_id = p.organization_id and team.id = p.owner_team_id
    left join customers c on c.organization_id = p.organization_id and c.id = p.customer_id
    left join lateral (
      select count(*)::int as responses, (array_agg(cr.response_id order by cr.response_id desc))[1] as latest from case_responses cr
       where cr.organization_id = p.organization_id and cr.case_id = p.id
    ) as linked on true
    left join responses said on said.organization_id = p.organization_id and said.id = linked.latest
    ${joinHeadline({ organizationId: 'said.organization_id', id: 'said.id', surveyId: 'said.survey_id', version: 'said.version' })}
    left join lateral (
      select left(text, 300) as comment from answers
       where organization_id = p.organization_id and response_id = linked.latest and kind = 'text' and text <> '' order by length(text) desc limit 1
    ) as words on true`
