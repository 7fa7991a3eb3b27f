import type { Failure } from '@/domain/errors'
import { surveysWithFew } from '../anonymity/read-shown-page'
import { readWithin } from '../read-within'
import { type ResponseNarrowing, responseWhere } from '../response/response-where'

/** `n` of the `of` newest responses with words name the topic; `sentiment` is the mean over them, −1 … 1. */
export type TopTopicRow = { touchpointId: string; topic: string; n: number; of: number; sentiment: number }

const limitMs = 5_000

/**
 * What the newest `newest` responses at each touchpoint speak of most, one row a touchpoint whose customers name anything. A
 * response that names a topic twice counts once. Without what a few wrote in an anonymous survey.
 */
export const topTopics = async (narrowing: ResponseNarrowing, newest: number): Promise<TopTopicRow[] | Failure> => {
  return readWithin(limitMs, async (client) => {
    const { sql, params } = responseWhere({ ...narrowing, without: await surveysWithFew(client, narrowing) })
    const statement = `with newest as (
      select t.id as touchpoint_id, x.id from touchpoints t
       cross join lateral (
         select r.id from responses r where ${sql} and r.touchpoint_id = t.id
          order by r.submitted_at desc, r.id desc limit $${params.length + 1}) as x
       where t.organization_id = $1 and t.archived_at is null
    ), said as (
      select n.touchpoint_id, n.id, i.topics from newest n
       cross join lateral (select topics from text_insights where organization_id = $1 and response_id = n.id offset 0) as i
    ), named as (
      select s.touchpoint_id, s.id, m.topic ->> 'key' as topic, avg((m.topic ->> 'sentiment')::float8) as sentiment
        from said s cross join lateral jsonb_array_elements(s.topics) as m(topic) group by 1, 2, 3
    ), worded as (select touchpoint_id, count(distinct id)::int as responses from said group by 1)
    select distinct on (n.touchpoint_id) n.touchpoint_id as "touchpointId", n.topic, count(*)::int as n,
           min(w.responses) as "of", avg(n.sentiment)::float8 as sentiment
      from named n join worded w on w.touchpoint_id = n.touchpoint_id
     group by n.touchpoint_id, n.topic order by n.touchpoint_id, count(*) desc, n.topic`
    return (await client.query<TopTopicRow>(statement, [...params, newest])).rows
  })
}
