import { pool } from '../connection'

/** Whether a survey is, or once was, anonymous and has fewer answers than may be told of. */
export const isSurveyOfFew = async (organizationId: string, survey: string): Promise<boolean> => {
  const { rows } = await pool().query<{ few: boolean }>(
    `select (select count(*) from (select 1 from responses r where r.organization_id = $1 and r.survey_id = s.id limit o.anonymity_threshold) as some)
              < o.anonymity_threshold as few
       from surveys s join organizations o on o.id = s.organization_id
      where s.organization_id = $1 and s.key = $2 and exists (
        select 1 from survey_versions v where v.organization_id = $1 and v.survey_id = s.id and v.definition @> '{"anonymous": true}')`,
    [organizationId, survey],
  )
  return rows[0]?.few ?? false
}
