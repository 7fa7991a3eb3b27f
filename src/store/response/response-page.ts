import { type ResponseNarrowing, responseWhere } from './response-where'

export type ResponsePageFilter = ResponseNarrowing & {
  limit: number
  /** the last row of the page before */
  after?: { submittedAt: Date; id: string } | undefined
  /** what the words of one answer must have, as the database's `tsquery` (domain/text/search) */
  words?: string | undefined
}

type Statement = { sql: string; params: unknown[] }

const columns = 'r.organization_id, r.id, r.status, r.survey_id, r.touchpoint_id, r.customer_id, r.channel'

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

/**
 * Begins at the answers that have the words, so that either their index is used or, for frequent words, a walk from the newest
 * answer back, whatever else is asked. A response's answers carry its time.
 */
const withWords = ({ limit, after, words, ...narrowing }: ResponsePageFilter): Statement => {
  const { sql, params } = responseWhere(narrowing)
  const parts = [...params]
  const place = (value: unknown, type: string): string => `$${parts.push(value)}::${type}`
  const clauses = [`a.organization_id = $1`, `a.words @@ ${place(words, 'tsquery')}`, sql]
  if (narrowing.from) clauses.push(`a.submitted_at >= ${place(narrowing.from, 'timestamptz')}`)
  if (narrowing.before) clauses.push(`a.submitted_at < ${place(narrowing.before, 'timestamptz')}`)
  if (after)
    clauses.push(`(a.submitted_at, a.response_id) < (${place(after.submittedAt, 'timestamptz')}, ${place(after.id, 'uuid')})`)
  return {
    sql: `select distinct on (a.submitted_at, a.response_id) ${columns}, a.submitted_at, a.text as found
            from answers a join responses r on r.organization_id = a.organization_id and r.id = a.response_id
           where ${clauses.join('\n and ')}
           order by a.submitted_at desc, a.response_id desc limit ${place(limit, 'int')}`,
    params: parts,
  }
}

/**
 * Reads responses that fit, newest first: what names them, and where words were looked for, `found`, the answer that has them.
 * The first parameter is the organization.
 */
export const responsePage = (filter: ResponsePageFilter): Statement =>
  filter.words === undefined ? plain(filter) : withWords(filter)
