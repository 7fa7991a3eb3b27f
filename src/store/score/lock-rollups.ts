import type { PoolClient } from 'pg'
import { hot } from '../connection'

export type RollupSurvey = { organizationId: string; surveyId: string }

const nameOf = ({ organizationId, surveyId }: RollupSurvey): string => `rollups/${organizationId}/${surveyId}`

/**
 * Holds off the recounts of these surveys until the transaction ends. Whoever adds to rollups does so first, after it changed the scores: a
 * recount then has either seen them whole, or has written its rollups before they are added to.
 */
export const shareRollups = async (client: PoolClient, surveys: readonly RollupSurvey[]): Promise<void> => {
  const names = [...new Set(surveys.map(nameOf))].sort()
  await hot(
    client,
    'rollups.share',
    'select count(pg_advisory_xact_lock_shared(hashtextextended(name, 0))) from unnest($1::text[]) as name',
    [names],
  )
}

/**
 * Holds off whoever adds to a survey's rollups until the transaction ends. The table comes first: who moves scores into a month of their
 * own waits for all that have it, and must not be waited for by somebody who holds the lock.
 */
export const takeRollups = async (client: PoolClient, survey: RollupSurvey): Promise<void> => {
  await client.query('lock table scores in access share mode')
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [nameOf(survey)])
}
