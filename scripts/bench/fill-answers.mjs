// Fills a database with made-up answers, straight into its tables: for measuring, not for meaning.
const MONTHS = 36
/** So few that a statement's rows stay in memory. */
const CHUNK = 100_000
const MOST_CUSTOMERS = 500_000
const CONNECTIONS = 2

const openings = ['The courier', 'Your shop', 'The website', 'Support', '客服', '物流', '门店', '产品']
const middles = [
  'was late again',
  'answered at once',
  'lost my parcel',
  'helped me well',
  '态度很好',
  '太慢了',
  '质量不错',
  '退款很慢',
]
const ends = [
  'and nobody called back',
  'so I will return',
  'thank you',
  'never again',
  '非常满意',
  '希望改进',
  '不会再买',
  '推荐给朋友',
]
const array = (words) => `(array[${words.map((word) => `'${word}'`).join(', ')}])`
const oneOf = (words) => `${array(words)}[1 + floor(random() * ${words.length})::int]`

/** Attributes of a customer by number: few values and many, as they come. */
const attributes = `jsonb_build_object(
  'tier', case when n % 20 = 0 then 'gold' when n % 5 = 0 then 'silver' else 'basic' end, 'region', 'r' || n % 8, 'city', 'c' || n % 300,
  'plan', 'p' || n % 4, 'ageGroup', n % 6, 'store', 's' || n % 120, 'segment', 'k' || n % 12, 'isBusiness', n % 9 = 0)`

const customerId = (n) => `md5('customer ' || ${n})::uuid`

const steps = {
  made: `create temp table made on commit drop as
    select overlay(gen_random_uuid()::text placing left(uuid_v7_floor(at)::text, 15) from 1 for 15)::uuid as id, at, s.id as survey_id,
           s.published_version as version, s.touchpoint_id, s.outcome, k.channel, to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
           case s.outcome when 'nps' then least(10, floor(4 + random() * 8))::int when 'csat' then 1 + floor(sqrt(random()) * 5)::int else 1 + floor(sqrt(random()) * 7)::int end as value,
           1 + floor(sqrt(random()) * 5)::int as speed,
           case when random() < 0.25 then ${oneOf(openings)} || ' ' || ${oneOf(middles)} || ' ' || ${oneOf(ends)} || ' ' || floor(random() * 5000) end as words,
           case when random() < 0.5 then ${customerId('floor(random() * $4::int)::int')} end as customer_id,
           case when random() < 0.6 then 'en' else 'zh-CN' end as locale
      from (select $1::timestamptz + ($2::timestamptz - $1::timestamptz) * random() as at, floor(200 * power(random(), 1.5))::int as place, random() as luck
              from generate_series(1, $3::int)) as drawn
      join bench_surveys s on s.place = drawn.place
      cross join lateral (select case when luck < 0.5 then 'web' when luck < 0.85 then 'email' else 'store' end as channel) as k`,
  responses: `insert into responses (organization_id, id, survey_id, version, touchpoint_id, customer_id, status, revision, scored_revision,
      evaluated_revision, answers, locale, channel, context, submitted_at, accepted_at, score_due_at, scored_at)
    select $1::uuid, id, survey_id, version, touchpoint_id, customer_id, 'completed', 1, 1, 1,
           jsonb_strip_nulls(jsonb_build_object(outcome, value, 'speed', speed, 'reason', words)), locale, channel,
           jsonb_build_object('shop', 's' || speed), at, at, at, at from made`,
  scores: `insert into scores (organization_id, response_id, metric, kind, value, category, survey_id, touchpoint_id, channel, day)
    select $1::uuid, id, m.metric, m.kind, m.value, m.category, survey_id, touchpoint_id, channel, day from made cross join lateral (
      values (outcome, outcome, value::numeric, case outcome
                when 'nps' then case when value > 8 then 'promoter' when value > 6 then 'passive' else 'detractor' end
                when 'csat' then case when value > 3 then 'satisfied' when value = 3 then 'neutral' else 'dissatisfied' end
                else case when value > 4 then 'satisfied' when value = 4 then 'neutral' else 'dissatisfied' end end),
             ('speed', 'mean', speed::numeric, null)) as m (metric, kind, value, category)`,
  answers: `insert into answers (organization_id, response_id, question, survey_id, kind, number, text, choices, submitted_at)
    select $1::uuid, id, q.key, survey_id, q.kind, q.number, q.text, '{}', at from made cross join lateral (
      values (outcome, outcome, value::float8, null), ('speed', 'rating', speed::float8, null), ('reason', 'text', null, words)) as q (key, kind, number, text)
     where q.number is not null or q.text is not null`,
  insights: `insert into text_insights (organization_id, response_id, question, language, sentiment, label, confidence, topics, keywords)
    select $1::uuid, id, 'reason', left(locale, 2), case when value > 6 then 0.5 else -0.5 end, case when value > 6 then 'positive' else 'negative' end, 0.9,
           '[{"key": "delivery_time", "sentiment": -0.5, "start": 0, "end": 5}]', '{}' from made where words is not null`,
}

const rollups = `insert into rollups (organization_id, metric, survey_id, touchpoint_id, day, channel, kind, n, low, middle, high, sum, sum_squares,
    c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10)
  select organization_id, metric, survey_id, touchpoint_id, day, channel, min(kind), count(*),
         count(*) filter (where category in ('detractor', 'dissatisfied')), count(*) filter (where category in ('passive', 'neutral')),
         count(*) filter (where category in ('promoter', 'satisfied')), sum(value), sum(value * value),
         ${Array.from({ length: 11 }, (_, whole) => `count(*) filter (where value = ${whole})`).join(', ')}
    from scores where organization_id = $1::uuid group by organization_id, metric, survey_id, touchpoint_id, day, channel order by day`

const monthsBack = (count) => {
  const now = new Date()
  return Array.from({ length: count }, (_, back) => {
    const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - (count - 1 - back), 1))
    const end = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1))
    return { from, to: end < now ? end : now }
  })
}

const bigTables = ['responses', 'answers', 'scores', 'text_insights']

/** Takes the indexes that no key needs off the tables, which fill several times as fast without; answers the statements that make them. */
const dropIndexes = async (client) => {
  const { rows } = await client.query(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
      where i.indrelid = any($1::regclass[]) and not i.indisunique and not exists (select from pg_constraint where conindid = i.indexrelid)`,
    [bigTables],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  // `only` would leave the partitions without.
  return rows.map(({ definition }) => definition.replace(' ON ONLY ', ' ON '))
}

const benchSurveys = (organizationId) => `create temp table bench_surveys as
  select substr(key, 2)::int as place, id, published_version, touchpoint_id,
         case when substr(key, 2)::int % 10 < 6 then 'nps' when substr(key, 2)::int % 10 < 8 then 'csat' else 'ces' end as outcome
    from surveys where organization_id = '${organizationId}'`

/** A month's answers, `wanted` of them. */
const fillMonth = async (client, organizationId, { from, to }, wanted, customers) => {
  for (let first = 0; first < wanted; first += CHUNK) {
    const size = Math.min(CHUNK, wanted - first)
    const at = (part) => new Date(from.getTime() + ((to - from) * part) / wanted)
    await client.query('begin')
    await client.query(steps.made, [at(first), at(first + size), size, customers])
    for (const name of ['responses', 'scores', 'answers', 'insights']) await client.query(steps[name], [organizationId])
    await client.query('commit')
  }
}

/**
 * Adds `count` answers of three years to an organization that has `bigProgramme`. `connect` gives a connection of its own, which the
 * caller ends; `tell` hears how far it is.
 */
export const fillAnswers = async (connect, organizationId, count, tell) => {
  const customers = Math.min(MOST_CUSTOMERS, Math.ceil(count / 20))
  const [client, ...others] = await Promise.all(Array.from({ length: CONNECTIONS }, connect))
  const indexes = await dropIndexes(client)
  const months = monthsBack(MONTHS)
  for (const { from } of months) await client.query('select prepare_response_month($1::date)', [from.toISOString().slice(0, 10)])
  await client.query(
    `insert into customers (organization_id, id, external_id, name, attributes, updated_at)
     select $1, ${customerId('n')}, 'c' || n, 'Customer ' || n, ${attributes}, now() from generate_series(0, $2::int - 1) as n`,
    [organizationId, customers],
  )
  const length = months.reduce((sum, { from, to }) => sum + (to - from), 0)
  const left = months.map((month) => ({ month, wanted: Math.round((count * (month.to - month.from)) / length) }))
  let done = 0
  const work = async (one, seed) => {
    // Foreign keys hold by the way the rows are made; checking each costs more than writing it.
    await one.query(
      `set session_replication_role = replica; set statement_timeout = 0; set work_mem = '256MB'; select setseed(${seed})`,
    )
    await one.query(benchSurveys(organizationId))
    for (let next = left.shift(); next; next = left.shift()) {
      await fillMonth(one, organizationId, next.month, next.wanted, customers)
      done += next.wanted
      tell(done)
    }
  }
  await Promise.all([client, ...others].map((one, at) => work(one, 0.5 / (at + 1))))
  await client.query(`set maintenance_work_mem = '1GB'`)
  for (const definition of indexes) await client.query(definition)
  await client.query(rollups, [organizationId])
  await client.query('vacuum analyze')
}
