import { isFailure } from '@/domain/errors'
import { readWithin } from '../read-within'
import { readAnonymity } from './read-anonymity'

const limitMs = 5_000

/** Whether a survey is, or once was, anonymous and has fewer answers than may be told of, or more than can be found out in time. */
export const isSurveyOfFew = async (organizationId: string, survey: string): Promise<boolean> => {
  const anonymity = await readAnonymity(organizationId)
  if (!anonymity) return false
  const counted = await readWithin(limitMs, async (client) => {
    const { rows } = await client.query<{ few: boolean }>(
      `select (select count(*) from (select 1 from responses r where r.organization_id = $1 and r.survey_id = s.id limit $4) as counted) < $4 as few
         from surveys s where s.organization_id = $1 and s.key = $2 and s.id = any($3::uuid[])`,
      [organizationId, survey, anonymity.surveys, anonymity.threshold],
    )
    return rows[0]?.few ?? false
  })
  return isFailure(counted) || counted
}
