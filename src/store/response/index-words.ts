import { searchVector } from '@/domain/text/search-terms'
import { pool } from '../connection'

type Owed = { organization_id: string; response_id: string; question: string; text: string }

/** The response up to which a run has come. Without it, each batch would step over what those before it have done. */
export type WordsPlace = { organizationId: string; responseId: string }

const nil = '00000000-0000-0000-0000-000000000000'
export const wordsBegin: WordsPlace = { organizationId: nil, responseId: nil }

/**
 * Fills in what answers from before there was a search can be found by, as many as `limit` from a place on. Answers how many and up to
 * where; what was scored anew meanwhile has its words already and is left alone.
 */
export const indexOldWords = async (limit: number, from: WordsPlace): Promise<{ count: number; place: WordsPlace }> => {
  const { rows } = await pool().query<Owed>(
    `select organization_id, response_id, question, text from answers
      where words is null and text is not null and kind <> 'date' and (organization_id, response_id) >= ($2, $3)
      order by organization_id, response_id limit $1`,
    [limit, from.organizationId, from.responseId],
  )
  const last = rows.at(-1)
  if (!last) return { count: 0, place: from }
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
  return { count: rows.length, place: { organizationId: last.organization_id, responseId: last.response_id } }
}
