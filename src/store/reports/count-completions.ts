import type { Failure } from '@/domain/errors'
import { readWithin } from '../read-within'
import { type ResponseNarrowing, responseWhere } from '../response/response-where'

export type Completions = { started: number; completed: number }

const limitMs = 5_000

/** Responses that were begun here and not turned away, and how many of them were finished. */
export const countCompletions = async (narrowing: ResponseNarrowing): Promise<Completions | Failure> => {
  const { sql, params } = responseWhere(narrowing)
  const statement = `select count(*)::int as started, count(*) filter (where r.status = 'completed')::int as completed
     from responses r where ${sql} and r.started_at is not null and r.status <> 'disqualified'`
  return readWithin(limitMs, async (client) => {
    const { rows } = await client.query<Completions>(statement, params)
    return rows[0] ?? { started: 0, completed: 0 }
  })
}
