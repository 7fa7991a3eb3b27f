import { pool } from '../connection'
import { type ResponseRow, responseRowSelect } from './response-row'

export type ResponseFilter = {
  organizationId: string
  limit: number
  status?: string | undefined
  survey?: string | undefined
  touchpoint?: string | undefined
  channel?: string | undefined
  /** categories of the three headline metrics, any of which fits */
  categories?: readonly string[] | undefined
  from?: Date | undefined
  before?: Date | undefined
  /** the last row of the page before */
  after?: { submittedAt: Date; id: string } | undefined
}

/** Newest first, one more than `limit` where there is a next page. */
export const listResponseRows = async (filter: ResponseFilter): Promise<ResponseRow[]> => {
  const { rows } = await pool().query<ResponseRow>(
    `with page as materialized (
       select r.organization_id, r.id, r.submitted_at, r.status, r.survey_id, r.touchpoint_id, r.customer_id, r.channel
         from responses r
        where r.organization_id = $1
          and ($3::text is null or r.status = $3)
          and ($4::text is null or r.survey_id = (select id from surveys where organization_id = $1 and key = $4))
          and ($5::text is null or r.touchpoint_id = (select id from touchpoints where organization_id = $1 and key = $5))
          and ($6::text is null or r.channel = $6)
          and ($7::text[] is null or exists (select 1 from scores sc where sc.organization_id = $1 and sc.response_id = r.id
                and sc.metric in ('nps', 'csat', 'ces') and sc.category = any($7)))
          and ($8::timestamptz is null or r.submitted_at >= $8)
          and ($9::timestamptz is null or r.submitted_at < $9)
          and ($10::timestamptz is null or (r.submitted_at, r.id) < ($10, $11::uuid))
        order by r.submitted_at desc, r.id desc limit $2
     ) ${responseRowSelect}`,
    [
      filter.organizationId,
      filter.limit + 1,
      filter.status ?? null,
      filter.survey ?? null,
      filter.touchpoint ?? null,
      filter.channel ?? null,
      filter.categories ?? null,
      filter.from ?? null,
      filter.before ?? null,
      filter.after?.submittedAt ?? null,
      filter.after?.id ?? null,
    ],
  )
  return rows
}
