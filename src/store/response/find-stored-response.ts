import type { Answers } from '@/domain/survey/definition'
import { pool } from '../connection'

/** What is kept of a response that somebody goes on with. */
export type StoredResponse = {
  surveyId: string
  version: number
  status: string
  revision: number
  answers: Answers
  startedAt: Date | null
  source: string | null
}

export const findStoredResponse = async (organizationId: string, id: string): Promise<StoredResponse | undefined> => {
  const { rows } = await pool().query<StoredResponse>(
    `select survey_id as "surveyId", version, status, revision, answers, started_at as "startedAt", source
       from responses where organization_id = $1 and id = $2`,
    [organizationId, id],
  )
  return rows[0]
}
