import type { ScoredFacts } from '@/domain/alert/evaluate-rules'
import type { Answers } from '@/domain/survey/definition'
import { shownContext, shownSource } from '../anonymity/of-response'

/** What rules ask about a response, as `factColumns` reads it. */
export type FactsRow = {
  touchpoint_key: string
  answers: Answers
  context: Record<string, unknown>
  channel: string
  locale: string | null
  source: string | null
  status: string
  customer: Record<string, unknown> | null
  event: Record<string, unknown> | null
  scores: { metric: string; value: number }[]
  text: ScoredFacts['text']
}

/** Kinds of facts that lie beside a response, each a look-up of its own. */
export const lookups = ['customer', 'event', 'score', 'text'] as const
export type Lookup = (typeof lookups)[number]

/**
 * The attributes of the latest thing that had happened to the customer at the response's touchpoint when they answered:
 * what the answer is about.
 */
export const latestEvent = `select e.attributes from customer_events e
  where e.organization_id = r.organization_id and e.customer_id = r.customer_id and e.touchpoint_id = r.touchpoint_id
    and e.occurred_at <= r.submitted_at order by e.occurred_at desc, e.id desc limit 1`

const columnOf: Record<Lookup, string> = {
  customer: `case when c.id is null then null else c.attributes || jsonb_strip_nulls(jsonb_build_object(
    'externalId', c.external_id, 'email', c.email, 'name', c.name, 'locale', c.locale, 'value', c.value)) end as customer`,
  event: `(${latestEvent}) as event`,
  score: `coalesce((select json_agg(json_build_object('metric', s.metric, 'value', s.value)) from scores s
    where s.organization_id = r.organization_id and s.response_id = r.id), '[]') as scores`,
  text: `coalesce((select json_agg(json_build_object('sentiment', i.sentiment, 'label', i.label, 'language', i.language, 'topics', i.topics))
    from text_insights i where i.organization_id = r.organization_id and i.response_id = r.id), '[]') as text`,
}
const withoutLookup: Record<Lookup, string> = {
  customer: 'null::jsonb as customer',
  event: 'null::jsonb as event',
  score: `'[]'::json as scores`,
  text: `'[]'::json as text`,
}

/** Columns over a response `r`, its touchpoint `t` and its customer `c`, read by `factsOfRow`. What isn't asked for reads as missing. */
export const factColumns = (asked: readonly Lookup[] = lookups): string =>
  [
    `t.key as touchpoint_key, r.answers, ${shownContext} as context, coalesce(r.channel, t.channel) as channel, r.locale, ${shownSource} as source, r.status`,
    ...lookups.map((lookup) => (asked.includes(lookup) ? columnOf : withoutLookup)[lookup]),
  ].join(', ')

export const factJoins = `join touchpoints t on t.organization_id = r.organization_id and t.id = r.touchpoint_id
  left join customers c on c.organization_id = r.organization_id and c.id = r.customer_id`

export const factsOfRow = (row: FactsRow): ScoredFacts => ({
  answers: row.answers,
  scores: row.scores,
  text: row.text,
  context: row.context,
  customer: row.customer ?? undefined,
  event: row.event ?? undefined,
  response: {
    channel: row.channel,
    locale: row.locale ?? undefined,
    source: row.source ?? undefined,
    status: row.status,
  },
  touchpoint: { key: row.touchpoint_key },
})
