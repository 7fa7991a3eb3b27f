import type { AlertSubject } from '@/domain/alert/alert-subject'
import type { Localized } from '@/domain/localized'
import type { Answers, SurveyDefinition } from '@/domain/survey/definition'
import { shownContext } from '../anonymity/of-response'
import { hot, hotPool } from '../connection'

type Row = Omit<AlertSubject, 'organization' | 'rule' | 'touchpoint' | 'case' | 'response' | 'history'> & {
  organization_name: Localized
  time_zone: string
  rule_name: Localized
  touchpoint_key: string | null
  touchpoint_name: Localized | null
  number: number | null
  due_at: Date | null
  answers: Answers | null
  definition: SurveyDefinition
  locale: string | null
  submitted_at: Date
  context: Record<string, unknown>
  customer_id: string | null
}

const statement = `
  select a.customer_id, o.name as organization_name, o.time_zone, ar.definition -> 'name' as rule_name, a.id as "alertId", a.response_id as "responseId", a.severity,
         c.number, c.due_at, t.key as touchpoint_key, t.name as touchpoint_name, a.finding,
         case when cu.id is not null then json_build_object('name', cu.name, 'externalId', cu.external_id, 'email', cu.email, 'phone', cu.phone) end as customer,
         r.answers, v.definition, r.locale, r.submitted_at, ${shownContext} as context
    from alerts a
    join organizations o on o.id = a.organization_id
    join alert_rules ar on ar.organization_id = a.organization_id and ar.id = a.rule_id
    left join touchpoints t on t.organization_id = a.organization_id and t.id = a.touchpoint_id
    left join cases c on c.organization_id = a.organization_id and c.id = a.case_id
    left join customers cu on cu.organization_id = a.organization_id and cu.id = a.customer_id
    left join responses r on r.organization_id = a.organization_id and r.id = a.response_id
    left join survey_versions v on v.organization_id = r.organization_id and v.survey_id = r.survey_id and v.number = r.version
   where a.organization_id = $1 and a.id = $2`

/** How often the customer answered before, and with what outcome last. */
const historyStatement = `
  with before as materialized (
    select id, submitted_at from responses where organization_id = $1 and customer_id = $2 and submitted_at < $3)
  select (select count(*)::int from before) as count,
         (select json_build_object('metric', s.metric, 'value', s.value, 'at', b.submitted_at)
            from (select * from before order by submitted_at desc limit 5) b
            join scores s on s.organization_id = $1 and s.response_id = b.id and s.metric in ('nps', 'csat', 'ces')
           order by b.submitted_at desc limit 1) as last`

const loadHistory = async (organizationId: string, customerId: string, before: Date): Promise<AlertSubject['history']> => {
  const { rows } = await hot<{ count: number; last: { metric: string; value: number; at: string } | null }>(
    hotPool(),
    'message.history',
    historyStatement,
    [organizationId, customerId, before],
  )
  const { count = 0, last = null } = rows[0] ?? {}
  return { count, last: last && { ...last, at: new Date(last.at) } }
}

/** What the alert is about, or undefined if it's gone. */
export const loadAlertMessage = async (organizationId: string, alertId: string): Promise<AlertSubject | undefined> => {
  const { rows } = await hot<Row>(hotPool(), 'message.load', statement, [organizationId, alertId])
  const row = rows[0]
  if (!row) return undefined
  return {
    organization: { name: row.organization_name, timeZone: row.time_zone },
    rule: { name: row.rule_name },
    alertId: row.alertId,
    responseId: row.responseId,
    severity: row.severity,
    case: row.number === null ? null : { number: row.number, dueAt: row.due_at },
    touchpoint:
      row.touchpoint_key === null || row.touchpoint_name === null ? null : { key: row.touchpoint_key, name: row.touchpoint_name },
    finding: row.finding,
    customer: row.customer,
    history:
      row.customer_id && row.answers
        ? await loadHistory(organizationId, row.customer_id, row.submitted_at)
        : { count: 0, last: null },
    response: row.answers && {
      answers: row.answers,
      definition: row.definition,
      locale: row.locale,
      submittedAt: row.submitted_at,
      context: row.context,
    },
  }
}
