import type { ResponseNarrowing } from '../response/response-where'
import { responseWhere } from '../response/response-where'

/** What picks responses for a file: as a list finds them, without its page. */
export type ExportFilter = ResponseNarrowing & {
  /** what the words of one answer must have, as the database's `tsquery` (domain/text/search) */
  words?: string | undefined
}

/**
 * The responses that fit, all of them, as a statement of one's own over them named `r`. Words are looked up in their index at once: whoever
 * reads everything that has them meets them all.
 */
export const foundStatement = (
  { words, ...narrowing }: ExportFilter,
  select: string,
  rest = '',
): { sql: string; params: unknown[] } => {
  const { sql, params } = responseWhere(narrowing)
  if (words === undefined) return { sql: `select ${select} from responses r where ${sql} ${rest}`, params }
  return {
    sql: `with among as materialized (
            select distinct a.response_id from answers a where a.words @@ $${params.length + 1}::tsquery and (a.organization_id = $1) is true
          )
          select ${select} from among join responses r on r.organization_id = $1 and r.id = among.response_id where ${sql} ${rest}`,
    params: [...params, words],
  }
}
