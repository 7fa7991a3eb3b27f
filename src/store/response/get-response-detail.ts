import type { Localized } from '@/domain/localized'
import type { ResponseTag } from '@/domain/response/tag'
import type { Answers, SurveyDefinition } from '@/domain/survey/definition'
import { shownContext, shownSource } from '../anonymity/of-response'
import { hot, hotPool } from '../connection'

export type InsightRow = {
  question: string
  language: string
  sentiment: number
  label: string
  topics: { key: string; sentiment: string | number; start: number; end: number }[]
  keywords: string[]
}

export type ResponseDetail = {
  id: string
  status: string
  revision: number
  version: number
  answers: Answers
  definition: SurveyDefinition
  surveyKey: string
  touchpointKey: string
  touchpointName: Localized
  locale: string | null
  channel: string | null
  source: string | null
  /** nothing of an anonymous survey's, as `source` */
  context: Record<string, unknown>
  /** what speaks against it (domain/response/quality) */
  quality: string[]
  customer: {
    id: string
    name: string | null
    externalId: string | null
    email: string | null
    phone: string | null
    value: number | null
    attributes: Record<string, unknown>
  } | null
  scores: { metric: string; kind: string; value: number; category: string | null }[]
  text: InsightRow[]
  /** what was uploaded with its answers, complete */
  files: { id: string; name: string; bytes: number }[]
  alerts: { id: string; ruleName: Localized; severity: string; status: string; raisedAt: string; mutedReason: string | null }[]
  cases: { number: number; status: string; severity: string }[]
  tags: ResponseTag[]
  times: Record<
    'startedAt' | 'submittedAt' | 'acceptedAt' | 'scoredAt' | 'alertedAt' | 'deliveredAt' | 'acknowledgedAt',
    string | null
  >
}

const related = (columns: string, from: string) => `(select coalesce(json_agg(json_build_object(${columns})), '[]') from ${from})`

/**
 * One response with everything known about it; its answers with the question texts of its own version. Every alert that a webhook is
 * told of asks for it, and planning it over the months costs more than reading it: so it is planned once.
 */
export const getResponseDetail = async (organizationId: string, id: string): Promise<ResponseDetail | null> => {
  const { rows } = await hot<ResponseDetail>(
    hotPool(),
    'response.detail',
    `select r.id, r.status, r.revision, r.version, r.answers, v.definition, s.key as "surveyKey", t.key as "touchpointKey",
            t.name as "touchpointName", r.locale, r.channel, ${shownSource} as source, ${shownContext} as context, r.quality,
            case when c.id is null then null else json_build_object('id', c.id, 'name', c.name, 'externalId', c.external_id, 'email', c.email,
              'phone', c.phone, 'value', c.value, 'attributes', c.attributes) end as customer,
            ${related(
              `'metric', metric, 'kind', kind, 'value', value::float8, 'category', category`,
              `scores where organization_id = $1 and response_id = $2`,
            )} as scores,
            ${related(
              `'question', question, 'language', language, 'sentiment', sentiment::float8, 'label', label, 'topics', topics, 'keywords', keywords`,
              `text_insights where organization_id = $1 and response_id = $2`,
            )} as text,
            ${related(
              `'id', id, 'name', name, 'bytes', size`,
              `uploads where organization_id = $1 and response_id = $2 and stored_at is not null and removed_at is null`,
            )} as files,
            ${related(
              `'id', a.id, 'ruleName', ar.definition->'name', 'severity', a.severity, 'status', a.status, 'raisedAt', a.raised_at, 'mutedReason', a.muted_reason`,
              `alerts a join alert_rules ar on ar.organization_id = a.organization_id and ar.id = a.rule_id
                where a.organization_id = $1 and a.response_id = $2`,
            )} as alerts,
            ${related(
              `'number', k.number, 'status', k.status, 'severity', k.severity`,
              `case_responses cr join cases k on k.organization_id = cr.organization_id and k.id = cr.case_id
                where cr.organization_id = $1 and cr.response_id = $2`,
            )} as cases,
            ${related(
              `'name', name, 'by', by, 'at', at`,
              `(select tag.name, rt.by, rt.at from response_tags rt
                  join tags tag on tag.organization_id = rt.organization_id and tag.id = rt.tag_id
                 where rt.organization_id = $1 and rt.response_id = $2 order by tag.folded) as tagged`,
            )} as tags,
            json_build_object('startedAt', r.started_at, 'submittedAt', r.submitted_at, 'acceptedAt', r.accepted_at, 'scoredAt', r.scored_at,
              'alertedAt', r.alerted_at, 'deliveredAt', r.delivered_at, 'acknowledgedAt', r.acknowledged_at) as times
       from responses r
       join surveys s on s.organization_id = r.organization_id and s.id = r.survey_id
       join survey_versions v on v.organization_id = r.organization_id and v.survey_id = r.survey_id and v.number = r.version
       join touchpoints t on t.organization_id = r.organization_id and t.id = r.touchpoint_id
       left join customers c on c.organization_id = r.organization_id and c.id = r.customer_id
      where r.organization_id = $1 and r.id = $2`,
    [organizationId, id],
  )
  return rows[0] ?? null
}
