import type { ScoredFacts } from '@/domain/alert/evaluate-rules'
import type { Answers } from '@/domain/survey/definition'
import { hot, hotPool, pool } from '../connection'

/** A scored response that owes the rules' verdict, as they ask about it. */
export type ScoredRow = {
  organizationId: string
  id: string
  revision: number
  customerId: string | null
  touchpointId: string
  facts: ScoredFacts
}

type Row = {
  scored_revision: number
  customer_id: string | null
  touchpoint_id: string
  touchpoint_key: string
  answers: Answers
  context: Record<string, unknown>
  channel: string
  locale: string | null
  source: string | null
  status: string
  customer: Record<string, unknown> | null
  scores: { metric: string; value: number }[]
  text: ScoredFacts['text']
}

/** Undefined when there is no such response or its scored revision was judged already. */
export const loadScored = async (organizationId: string, id: string): Promise<ScoredRow | undefined> => {
  const { rows } = await hot<Row>(
    hotPool(),
    'evaluate.load',
    `select r.scored_revision, r.customer_id, r.touchpoint_id, t.key as touchpoint_key, r.answers, r.context,
            coalesce(r.channel, t.channel) as channel, r.locale, r.source, r.status,
            case when c.id is null then null else c.attributes || jsonb_strip_nulls(jsonb_build_object(
              'externalId', c.external_id, 'email', c.email, 'name', c.name, 'locale', c.locale, 'value', c.value)) end as customer,
            coalesce((select json_agg(json_build_object('metric', s.metric, 'value', s.value)) from scores s
              where s.organization_id = r.organization_id and s.response_id = r.id), '[]') as scores,
            coalesce((select json_agg(json_build_object('sentiment', i.sentiment, 'label', i.label, 'language', i.language, 'topics', i.topics))
              from text_insights i where i.organization_id = r.organization_id and i.response_id = r.id), '[]') as text
       from responses r
       join touchpoints t on t.organization_id = r.organization_id and t.id = r.touchpoint_id
       left join customers c on c.organization_id = r.organization_id and c.id = r.customer_id
      where r.organization_id = $1 and r.id = $2 and r.evaluated_revision + 0 < r.scored_revision and r.can_alert`,
    [organizationId, id],
  )
  const row = rows[0]
  if (!row) return undefined
  const { answers, scores, text, context, status } = row
  return {
    organizationId,
    id,
    revision: row.scored_revision,
    customerId: row.customer_id,
    touchpointId: row.touchpoint_id,
    facts: {
      answers,
      scores,
      text,
      context,
      customer: row.customer ?? undefined,
      response: { channel: row.channel, locale: row.locale ?? undefined, source: row.source ?? undefined, status },
      touchpoint: { key: row.touchpoint_key },
    },
  }
}

/** Scored responses that the rules haven't judged: what a lost job left behind. */
export const findUnevaluated = async (
  limit: number,
  lateSeconds = 3,
): Promise<{ organizationId: string; id: string; revision: number }[]> => {
  const { rows } = await pool().query<{ organization_id: string; id: string; scored_revision: number }>(
    `select organization_id, id, scored_revision from responses
      where evaluated_revision < scored_revision and scored_at < now() - make_interval(secs => $2) order by scored_at limit $1`,
    [limit, lateSeconds],
  )
  return rows.map((row) => ({ organizationId: row.organization_id, id: row.id, revision: row.scored_revision }))
}
