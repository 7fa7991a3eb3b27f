import { pool } from '../connection'

/** The newest version that has a question of this key and kind; undefined if none ever had. */
export const findVersionAsking = async (
  organizationId: string,
  surveyId: string,
  question: { key: string; kind: string },
): Promise<number | undefined> => {
  const { rows } = await pool().query<{ number: number }>(
    `select number from survey_versions
      where organization_id = $1 and survey_id = $2
        and jsonb_path_exists(definition, '$.pages[*].questions[*] ? (@.key == $key && @.kind == $kind)', $3)
      order by number desc limit 1`,
    [organizationId, surveyId, JSON.stringify(question)],
  )
  return rows[0]?.number
}
