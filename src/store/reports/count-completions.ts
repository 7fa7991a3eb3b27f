import type { Failure } from '@/domain/errors'
import { surveysWithFew } from '../anonymity/read-shown-page'
import { readWithin } from '../read-within'
import { type ResponseNarrowing, responseWhere } from '../response/response-where'

export type Completions = { started: number; completed: number }

const limitMs = 5_000

/**
 * Responses that were begun here and not turned away, and how many of them were finished. Under a condition without those of anonymous
 * surveys of which only a few fit it.
 */
export const countCompletions = async (narrowing: ResponseNarrowing): Promise<Completions | Failure> => {
  return readWithin(limitMs, async (client) => {
    const without = narrowing.where && (await surveysWithFew(client, narrowing))
    const { sql, params } = responseWhere({ ...narrowing, without })
    const statement = `select count(*)::int as started, count(*) filter (where r.status = 'completed')::int as completed
       from responses r where ${sql} and r.started_at is not null and r.status <> 'disqualified'`
    const { rows } = await client.query<Completions>(statement, params)
    return rows[0] ?? { started: 0, completed: 0 }
  })
}
