import { pool } from '../connection'

/** Where a survey's responses came from since an instant. */
export type Arrival = { channel: string | null; source: string | null; responses: number; lastAt: Date }

export const listArrivals = async (organizationId: string, survey: string, since: Date): Promise<Arrival[]> => {
  const { rows } = await pool().query<Arrival>(
    `select r.channel, r.source, count(*)::int as responses, max(r.submitted_at) as "lastAt"
       from responses r join surveys s on s.organization_id = r.organization_id and s.id = r.survey_id
      where r.organization_id = $1 and s.key = $2 and r.submitted_at >= $3
      group by r.channel, r.source order by responses desc, "lastAt" desc limit 50`,
    [organizationId, survey, since],
  )
  return rows
}
