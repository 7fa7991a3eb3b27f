import { pool } from '../connection'

/** The languages that surveys can be answered in now. */
export const listSurveyLocales = async (organizationId: string): Promise<string[]> => {
  const { rows } = await pool().query<{ locale: string }>(
    `select distinct jsonb_array_elements_text(draft->'locales') as locale from surveys
      where organization_id = $1 and jsonb_typeof(draft->'locales') = 'array' order by locale limit 100`,
    [organizationId],
  )
  return rows.map(({ locale }) => locale)
}
