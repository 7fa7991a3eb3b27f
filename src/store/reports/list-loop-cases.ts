import type { LoopCase } from '@/domain/case/loop'
import { pool } from '../connection'

export type LoopWindow = { organizationId: string; from: Date; to: Date; touchpoint?: string | undefined; limit: number }

/**
 * Cases that were opened, or had their last word on whether they were mended, from `from` and before `to`; the newest where there
 * are more than `limit`. The first contact is the first mail to the customer, recovery, or wait for them.
 */
export const listLoopCases = async ({ organizationId, from, to, touchpoint, limit }: LoopWindow): Promise<LoopCase[]> => {
  const { rows } = await pool().query<LoopCase>(
    `with page as materialized (
       select k.* from cases k
        where k.organization_id = $1 and (k.opened_at >= $2 and k.opened_at < $3 or k.verdict_at >= $2 and k.verdict_at < $3)
          and ($4::text is null or k.touchpoint_id = (select id from touchpoints where organization_id = $1 and key = $4))
        order by k.opened_at desc limit $5)
     select k.opened_at >= $2 and k.opened_at < $3 as opened, coalesce(k.verdict_at >= $2 and k.verdict_at < $3, false) as judged,
            k.status, k.severity, json_build_object('key', t.key, 'name', t.name) as touchpoint,
            case when m.id is not null then json_build_object('kind', 'member', 'key', u.email, 'name', m.name)
                 when team.id is not null then json_build_object('kind', 'team', 'key', team.key, 'name', team.name)
                 else json_build_object('kind', 'none', 'key', '', 'name', '') end as owner,
            k.root_cause as "rootCause", k.opened_at as "openedAt", first.submitted_at as "submittedAt", first.alerted_at as "alertedAt",
            k.acknowledged_at as "acknowledgedAt", e.contacted_at as "contactedAt", e.resolved_at as "resolvedAt",
            case when k.verdict_at >= e.resolved_at then k.verdict_at end as "verdictAt", k.verdict, k.due_at as "dueAt",
            coalesce(e.ran_out, false) or k.remaining_minutes < 0
              or k.remaining_minutes is null and k.due_at < now() and k.status in ('open', 'acknowledged', 'in_progress') as "ranOut",
            coalesce(e.escalated, false) as escalated, coalesce(e.reopened, false) as reopened
       from page k
       join touchpoints t on t.organization_id = $1 and t.id = k.touchpoint_id
       left join members m on m.organization_id = $1 and m.id = k.owner_member_id
       left join users u on u.id = m.user_id
       left join teams team on team.organization_id = $1 and team.id = k.owner_team_id
       left join lateral (
         select min(at) filter (where type in ('mail', 'recover', 'wait')) as contacted_at, min(at) filter (where type = 'resolve') as resolved_at,
                bool_or(type = 'run_out') as ran_out, bool_or(type = 'escalate') as escalated,
                bool_or(type = 'reopen' or type = 'verify' and not (data->>'fixed')::boolean) as reopened
           from case_events where organization_id = $1 and case_id = k.id) as e on true
       left join lateral (
         select r.submitted_at, r.alerted_at from case_responses cr join responses r on r.organization_id = $1 and r.id = cr.response_id
          where cr.organization_id = $1 and cr.case_id = k.id and r.accepted_at - r.submitted_at < interval '1 minute'
          order by cr.response_id limit 1) as first on true`,
    [organizationId, from, to, touchpoint ?? null, limit],
  )
  return rows
}
