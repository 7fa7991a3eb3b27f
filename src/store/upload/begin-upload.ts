import { withTransaction } from '../connection'

export type NewUpload = {
  organizationId: string
  id: string
  surveyId: string
  question: string
  responseId: string
  name: string
  createdAt: Date
}

/** Writes a file's row before the file; false if the response has `most` files already. Exact, however many come at once. */
export const beginUpload = (upload: NewUpload, most: number): Promise<boolean> =>
  withTransaction(async (client) => {
    const { organizationId, id, surveyId, question, responseId, name, createdAt } = upload
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`upload/${organizationId}/${responseId}`])
    const { rowCount } = await client.query(
      `insert into uploads (organization_id, id, survey_id, question, response_id, name, created_at)
       select $1, $2, $3, $4, $5, $6, $7
        where (select count(*) from uploads where organization_id = $1 and response_id = $5 and removed_at is null) < $8`,
      [organizationId, id, surveyId, question, responseId, name, createdAt, most],
    )
    return rowCount === 1
  })
