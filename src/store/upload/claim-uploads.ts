import { pool } from '../connection'

export type Place = { organizationId: string; surveyId: string; responseId: string; question: string }

/**
 * Notes that an answer names these uploads and no others of its question's. Answers those of them that are there, complete, and
 * belong to that very question of that response; only they were noted.
 */
export const claimUploads = async (
  { organizationId, surveyId, responseId, question }: Place,
  ids: readonly string[],
): Promise<string[]> => {
  const { rows } = await pool().query<{ id: string }>(
    `update uploads set claimed_at = case when id = any($5) then now() end
      where organization_id = $1 and survey_id = $2 and response_id = $3 and question = $4
        and stored_at is not null and removed_at is null and (id = any($5) or claimed_at is not null)
     returning id`,
    [organizationId, surveyId, responseId, question, ids],
  )
  const found = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => found.has(id))
}
