import type { PoolClient } from 'pg'
import { type ResponseNarrowing, responseWhere } from './response-where'

export type ResponsePageFilter = ResponseNarrowing & {
  limit: number
  /** the last row of the page before */
  after?: { submittedAt: Date; id: string } | undefined
  /** what the words of one answer must have, as the database's `tsquery` (domain/text/search) */
  words?: string | undefined
}

type Statement = { sql: string; params: unknown[] }

const columns = 'r.organization_id, r.id, r.status, r.survey_id, r.version, r.touchpoint_id, r.customer_id, r.channel'

const plain = ({ limit, after, words: _, ...narrowing }: ResponsePageFilter): Statement => {
  const { sql, params } = responseWhere(narrowing)
  const next = params.length
  return {
    sql: `select ${columns}, r.submitted_at, null::text as found
            from responses r
           where ${sql}${after ? ` and (r.submitted_at, r.id) < ($${next + 2}::timestamptz, $${next + 3}::uuid)` : ''}
           order by r.submitted_at desc, r.id desc limit $${next + 1}`,
    params: [...params, limit, ...(after ? [after.submittedAt, after.id] : [])],
  }
}

/** So many answers with words are walked through from the newest back before the words' index is asked. */
const walked = 5_000

type Way = 'walk' | 'look-up'

/**
 * Frequent words are met soon on a walk from the newest answer back; rare ones are looked up in their index. The planner can't tell
 * which is which for a word that isn't among the most frequent, and a walk for a rare word is one through everything; so each way is
 * a statement of its own that leaves no choice. A response's answers carry its time.
 */
const withWords = ({ limit, after, words, ...narrowing }: ResponsePageFilter, way: Way): Statement => {
  const { sql, params } = responseWhere(narrowing)
  const parts = [...params]
  const place = (value: unknown, type: string): string => `$${parts.push(value)}::${type}`
  const query = place(words, 'tsquery')
  const times = [
    ...(narrowing.from ? [`a.submitted_at >= ${place(narrowing.from, 'timestamptz')}`] : []),
    ...(narrowing.before ? [`a.submitted_at < ${place(narrowing.before, 'timestamptz')}`] : []),
    ...(after
      ? [`(a.submitted_at, a.response_id) < (${place(after.submittedAt, 'timestamptz')}, ${place(after.id, 'uuid')})`]
      : []),
  ]
  const among =
    way === 'walk'
      ? `select a.organization_id, a.response_id, a.submitted_at, a.text, a.words from answers a
          where ${['a.organization_id = $1', 'a.words is not null', ...times].join(' and ')}
          order by a.submitted_at desc, a.response_id desc limit ${walked}`
      : `select a.organization_id, a.response_id, a.submitted_at, a.text, a.words from answers a
          where a.words @@ ${query} and (a.organization_id = $1) is true`
  const rest = way === 'walk' ? [`a.words @@ ${query}`] : times
  return {
    sql: `with among as materialized (${among})
          select distinct on (a.submitted_at, a.response_id) ${columns}, a.submitted_at, a.text as found
            from among a join responses r on r.organization_id = a.organization_id and r.id = a.response_id
           where ${[...rest, sql].join('\n and ')}
           order by a.submitted_at desc, a.response_id desc limit ${place(limit, 'int')}`,
    params: parts,
  }
}

/**
 * Reads responses that fit, newest first: what names them, and where words were looked for, `found`, the answer that has them. Each
 * statement is for the case that the one before didn't fill the page; the first parameter is the organization.
 */
const responsePage = (filter: ResponsePageFilter): Statement[] =>
  filter.words === undefined ? [plain(filter)] : [withWords(filter, 'walk'), withWords(filter, 'look-up')]

/** A response as its table names it; `found`: see `responsePage`. */
export type FoundResponse = {
  organization_id: string
  id: string
  status: string
  survey_id: string
  version: number
  touchpoint_id: string
  customer_id: string | null
  channel: string | null
  submitted_at: Date
  found: string | null
}

export const readPage = async (client: PoolClient, filter: ResponsePageFilter): Promise<FoundResponse[]> => {
  let rows: FoundResponse[] = []
  for (const { sql, params } of responsePage(filter)) {
    rows = (await client.query<FoundResponse>(sql, params)).rows
    if (rows.length === filter.limit) break
  }
  return rows
}
