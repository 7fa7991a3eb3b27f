import { searchVector } from '@/domain/text/search-terms'
import { pool } from '../connection'

type Owed = { organization_id: string; response_id: string; question: string; text: string }

/**
 * Fills in what answers from before there was a search can be found by, as many as `limit`. Answers how many it did; what was scored
 * anew meanwhile has its words already and is left alone.
 */
export const indexOldWords = async (limit: number): Promise<number> => {
  const { rows } = await pool().query<Owed>(
    `select organization_id, response_id, question, text from answers
      where words is null and text is not null and kind <> 'date' limit $1`,
    [limit],
  )
  if (rows.length === 0) return 0
  await pool().query(
    `update answers a set words = new.words::tsvector
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[]) as new(organization_id, response_id, question, text, words)
      where a.organization_id = new.organization_id and a.response_id = new.response_id and a.question = new.question
        and a.words is null and a.text = new.text`,
    [
      rows.map((row) => row.organization_id),
      rows.map((row) => row.response_id),
      rows.map((row) => row.question),
      rows.map((row) => row.text),
      rows.map((row) => searchVector(row.text)),
    ],
  )
  return rows.length
}
