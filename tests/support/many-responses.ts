import type { PoolClient } from 'pg'
import { pool } from '@/store/connection'
import { rowsOf } from './shop'

const chunk = 10_000

/** In one transaction without time limit. Foreign keys hold by the way rows are made: checking each takes longer than writing it. */
const unchecked = async (work: (client: PoolClient) => Promise<void>): Promise<void> => {
  const client = await pool().connect()
  try {
    await client.query('begin; set local session_replication_role = replica; set local statement_timeout = 0')
    await work(client)
    await client.query('commit')
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
}

const fill = async (client: PoolClient, organizationId: string, count: number): Promise<void> => {
  await client.query(
    `insert into customers (organization_id, id, external_id, attributes, updated_at)
     select $1, gen_random_uuid(), 'c' || n, jsonb_build_object('tier', case when n % 20 = 0 then 'gold' else 'basic' end), now()
       from generate_series(1, $2::int / 20) as n`,
    [organizationId, count],
  )
  for (let first = 1; first <= count; first += chunk) {
    await client.query(
      `with made as (
         select overlay(gen_random_uuid()::text placing left(uuid_v7_floor(at)::text, 15) from 1 for 15)::uuid as id, at, n
           from (select n, now() - n * interval '90 days' / $2 as at from generate_series($3::int, least($2::int, $3 + $4 - 1)) as n) as times
       )
       insert into responses (organization_id, id, survey_id, version, touchpoint_id, customer_id, status, revision, scored_revision,
                              evaluated_revision, answers, locale, channel, context, submitted_at, accepted_at, score_due_at, scored_at)
       select $1, made.id, s.id, s.published_version, s.touchpoint_id, c.id, 'completed', 1, 1, 1,
              jsonb_build_object('nps', n % 11, 'speed', 1 + n % 5, 'reason', 'words no. ' || n), case when n % 3 = 0 then 'zh-CN' else 'en' end,
              case when n % 2 = 0 then 'web' else 'app' end, jsonb_build_object('shop', n % 40, 'place', n), at, at, at, at
         from made join surveys s on s.organization_id = $1 and s.key = case when made.n % 10 = 0 then 'store' else 'delivery' end
         left join customers c on made.n % 4 = 0 and c.organization_id = $1 and c.external_id = 'c' || (1 + made.n % ($2::int / 20))`,
      [organizationId, count, first, chunk],
    )
    await client.query(
      `insert into scores (organization_id, response_id, metric, kind, value, category, survey_id, touchpoint_id, channel, day)
       select r.organization_id, r.id, m.metric, m.kind, m.value, m.category, r.survey_id, r.touchpoint_id, r.channel, to_char(r.submitted_at at time zone 'UTC', 'YYYY-MM-DD')
         from responses r cross join lateral (values
           ('nps', 'nps', (r.answers ->> 'nps')::numeric, case when (r.answers ->> 'nps')::int > 8 then 'promoter' when (r.answers ->> 'nps')::int > 6 then 'passive' else 'detractor' end),
           ('speed', 'mean', (r.answers ->> 'speed')::numeric, null)) as m (metric, kind, value, category)
        where r.organization_id = $1 and (r.context ->> 'place')::int between $2 and $3`,
      [organizationId, first, first + chunk - 1],
    )
    await client.query(
      `insert into answers (organization_id, response_id, question, survey_id, kind, number, text, choices, submitted_at)
       select r.organization_id, r.id, q.key, r.survey_id, q.kind, q.number, q.text, '{}', r.submitted_at
         from responses r cross join lateral (values ('nps', 'nps', (r.answers ->> 'nps')::float8, null), ('reason', 'text', null, r.answers ->> 'reason'))
           as q (key, kind, number, text)
        where r.organization_id = $1 and (r.context ->> 'place')::int between $2 and $3`,
      [organizationId, first, first + chunk - 1],
    )
    await client.query(
      `insert into text_insights (organization_id, response_id, question, language, sentiment, label, confidence, topics, keywords)
       select organization_id, id, 'reason', 'en', -0.5, 'negative', 0.9, '[{"key": "delivery_time", "sentiment": -0.5, "start": 0, "end": 5}]', '{}'
         from responses where organization_id = $1 and (context ->> 'shop')::int % 10 = 0 and (context ->> 'place')::int between $2 and $3`,
      [organizationId, first, first + chunk - 1],
    )
  }
}

/**
 * Fills an organization's survey `delivery` with answers of the last three months, straight into the tables: each with scores,
 * one in four by a customer, one in ten with a comment's insight. Answers no id; for plans, not for meaning.
 */
export const fillWithResponses = async (organizationId: string, count: number): Promise<void> => {
  await unchecked((client) => fill(client, organizationId, count))
  await rowsOf('analyze')
}
