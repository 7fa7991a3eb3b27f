import type pg from 'pg'
import type { Localized } from '@/domain/localized'
import { hot } from '../connection'
import { type HeadlineScore, joinHeadline, type Rated, tellRated, type WithQuestion } from '../score/headline'
import type { FoundResponse } from './response-page'

/** A response as lists show it. */
export type ResponseRow = {
  id: string
  submittedAt: Date
  status: string
  surveyKey: string
  surveyTitle: Localized
  touchpointName: Localized
  channel: string | null
  customerName: string | null
  score: HeadlineScore | null
  rated: Rated | null
  /** the customer's words: the answer that was found, else the longest one, by its beginning */
  comment: string | null
  sentiment: string | null
  caseNumber: number | null
  tags: string[]
}

const statement = `
  with page as materialized (
    select * from jsonb_to_recordset($1) as row (organization_id uuid, id uuid, submitted_at timestamptz, status text, survey_id uuid, version int,
      touchpoint_id uuid, customer_id uuid, channel text, found text)
  )
  select p.id, p.submitted_at as "submittedAt", p.status, s.key as "surveyKey", s.draft->'title' as "surveyTitle", t.name as "touchpointName",
         p.channel, coalesce(c.name, c.external_id) as "customerName", headline.score, asked.question, coalesce(left(p.found, 4000), words.comment) as comment, insight.label as sentiment, filed.number as "caseNumber", tagged.tags
    from page p
    join surveys s on s.organization_id = p.organization_id and s.id = p.survey_id
    join touchpoints t on t.organization_id = p.organization_id and t.id = p.touchpoint_id
    left join customers c on c.organization_id = p.organization_id and c.id = p.customer_id
    ${joinHeadline({ organizationId: 'p.organization_id', id: 'p.id', surveyId: 'p.survey_id', version: 'p.version' })}
    left join lateral (
      select left(text, 400) as comment from answers
       where organization_id = p.organization_id and response_id = p.id and kind = 'text' and text <> '' order by length(text) desc limit 1
    ) as words on true
    left join lateral (
      select label from text_insights where organization_id = p.organization_id and response_id = p.id order by abs(sentiment) desc limit 1
    ) as insight on true
    left join lateral (
      select k.number from case_responses cr join cases k on k.organization_id = cr.organization_id and k.id = cr.case_id
       where cr.organization_id = p.organization_id and cr.response_id = p.id order by k.number desc limit 1
    ) as filed on true
    left join lateral (
      select array(select tag.name from response_tags rt join tags tag on tag.organization_id = rt.organization_id and tag.id = rt.tag_id
       where rt.organization_id = p.organization_id and rt.response_id = p.id order by tag.folded limit 20) as tags
    ) as tagged on true
   order by p.submitted_at desc, p.id desc`

/**
 * A page of rows of `responses` with what lists show beside them, newest first, within the caller's transaction. Planned once a
 * connection and as look-ups: to plan it anew over the months of four tables takes longer than to read a page.
 */
export const readResponseRows = async (client: pg.PoolClient, page: readonly FoundResponse[]): Promise<ResponseRow[]> => {
  if (page.length === 0) return []
  await client.query('set local plan_cache_mode = force_generic_plan')
  const { rows } = await hot<WithQuestion<ResponseRow>>(client, 'response.rows', statement, [JSON.stringify(page)])
  return rows.map(tellRated)
}
