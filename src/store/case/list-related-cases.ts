import type { CaseStatus } from '@/domain/case/case'
import type { Localized } from '@/domain/localized'
import type { Severity } from '@/domain/schemas'
import { pool } from '../connection'

/** Another case that has to do with this one: linked by a person, of the same customer, or about the same at the same touchpoint. */
export type RelatedCase = {
  number: number
  status: CaseStatus
  severity: Severity
  touchpointName: Localized
  customerName: string | null
  openedAt: Date
  relation: 'linked' | 'customer' | 'topic'
}

type About = { organizationId: string; id: string; touchpoint: string; customerId: string | null }

/** Of the touchpoint's last cases, those whose answers speak of one of the topics. */
const sameTopic = `
  select recent.id from (select id from cases where organization_id = $1 and touchpoint_id = (select id from touchpoints where organization_id = $1 and key = $5)
                          order by opened_at desc limit 200) recent
   where exists (select 1 from case_responses cr
     join text_insights i on i.organization_id = cr.organization_id and i.response_id = cr.response_id
    where cr.organization_id = $1 and cr.case_id = recent.id
      and exists (select 1 from jsonb_array_elements(i.topics) topic where topic ->> 'key' = any($6::text[])))`

/** Linked ones first, then the customer's, then those about the same; eight at most. */
export const listRelatedCases = async (
  { organizationId, id, touchpoint, customerId }: About,
  linked: readonly number[],
  topics: readonly string[],
): Promise<RelatedCase[]> => {
  const { rows } = await pool().query<RelatedCase>(
    `select * from (
       select k.number, k.status, k.severity, t.name as "touchpointName", c.name as "customerName", k.opened_at as "openedAt",
              case when k.number = any($3::int[]) then 'linked' when k.customer_id = $4::uuid then 'customer' else 'topic' end as relation
         from cases k
         join touchpoints t on t.organization_id = k.organization_id and t.id = k.touchpoint_id
         left join customers c on c.organization_id = k.organization_id and c.id = k.customer_id
        where k.organization_id = $1 and k.id <> $2 and k.id in (
          select id from cases where organization_id = $1 and number = any($3::int[])
          union select id from (select id from cases where organization_id = $1 and customer_id = $4::uuid order by number desc limit 8) theirs
          union ${sameTopic})) related
      order by relation = 'topic', relation = 'customer', number desc limit 8`,
    [organizationId, id, linked, customerId, touchpoint, topics],
  )
  return rows
}
