import { pool } from '../connection'

/** The ids of a survey and a touchpoint by their keys; null for what isn't asked for, or isn't there. */
export const findKeyed = async (
  organizationId: string,
  survey: string | undefined,
  touchpoint: string | undefined,
): Promise<{ surveyId: string | null; touchpointId: string | null }> => {
  const { rows } = await pool().query<{ surveyId: string | null; touchpointId: string | null }>(
    `select (select id from surveys where organization_id = $1 and key = $2) as "surveyId",
            (select id from touchpoints where organization_id = $1 and key = $3) as "touchpointId"`,
    [organizationId, survey ?? null, touchpoint ?? null],
  )
  return rows[0] ?? { surveyId: null, touchpointId: null }
}
