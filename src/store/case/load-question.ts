import type { CaseStatus } from '@/domain/case/case'
import type { CasePolicy } from '@/domain/case/policy'
import type { Localized } from '@/domain/localized'
import type { SurveyDefinition } from '@/domain/survey/definition'
import { pool } from '../connection'

/** The question that a customer was asked about a case, and what has become of it. */
export type Question = {
  organization: { name: Localized; locale: string }
  casePolicy: CasePolicy | null
  number: number
  status: CaseStatus
  touchpoint: Localized
  owner: string | null
  customer: { id: string; name: string | null; locale: string | null; unsubscribedAt: string | null }
  /** when silence counts as no word */
  until: string
  /** whether it is the case's open question */
  isOpen: boolean
  /** what was answered to it */
  answer: boolean | null
  /** whose colours the page has: the survey that the case is about */
  definition: SurveyDefinition | null
}

/** Undefined where nobody was asked by this event, or the customer is gone. */
export const loadQuestion = async (organizationId: string, caseId: string, sequence: number): Promise<Question | undefined> => {
  const { rows } = await pool().query<Question>(
    `select json_build_object('name', o.name, 'locale', o.locale) as organization, o.case_policy as "casePolicy", k.number, k.status,
            t.name as touchpoint, m.name as owner,
            json_build_object('id', c.id, 'name', c.name, 'locale', c.locale, 'unsubscribedAt', c.unsubscribed_at) as customer,
            e.data->>'until' as until, k.status = 'resolved' and k.asked_sequence = e.sequence as "isOpen",
            (select (a.data->>'fixed')::boolean from case_events a
              where a.organization_id = e.organization_id and a.case_id = e.case_id and a.sequence > e.sequence and a.type = 'verify'
                and a.data->>'asked' = e.sequence::text) as answer,
            (select v.definition from case_responses cr
               join responses r on r.organization_id = cr.organization_id and r.id = cr.response_id
               join survey_versions v on v.organization_id = r.organization_id and v.survey_id = r.survey_id and v.number = r.version
              where cr.organization_id = k.organization_id and cr.case_id = k.id order by cr.response_id desc limit 1) as definition
       from case_events e
       join cases k on k.organization_id = e.organization_id and k.id = e.case_id
       join organizations o on o.id = k.organization_id
       join touchpoints t on t.organization_id = k.organization_id and t.id = k.touchpoint_id
       join customers c on c.organization_id = k.organization_id and c.id = k.customer_id
       left join members m on m.organization_id = k.organization_id and m.id = k.owner_member_id
      where e.organization_id = $1 and e.case_id = $2 and e.sequence = $3 and e.type = 'ask'`,
    [organizationId, caseId, sequence],
  )
  return rows[0]
}
