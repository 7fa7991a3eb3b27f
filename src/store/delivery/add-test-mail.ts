import { v7 as uuidV7 } from 'uuid'
import { withTransaction } from '../connection'

/** `locale`: the survey's language that it is in. `version` 0 is the draft. The worker writes the message. */
export type TestMail = {
  organizationId: string
  memberId: string
  email: string
  name: string
  locale: string
  surveyId: string
  version: number
  at: Date
}

/**
 * Writes down that a test of a survey is to be sent to a member. Answers its id; undefined if they have asked for `limit` of them
 * in the last hour. Two at once wait for one another, so the limit holds.
 */
export const addTestMail = (mail: TestMail, limit: number): Promise<string | undefined> =>
  withTransaction(async (client) => {
    const { organizationId, memberId, email, name, locale, surveyId, version, at } = mail
    await client.query('select 1 from members where organization_id = $1 and id = $2 for no key update', [
      organizationId,
      memberId,
    ])
    const id = uuidV7()
    const { rowCount } = await client.query(
      `insert into deliveries (organization_id, id, key, kind, channel, recipient, recipient_name, locale, member_id, status,
                               next_attempt_at, survey_id, survey_version, created_at)
       select $1, $2, $3, 'test', 'email', $4, $5, $6, $7, 'pending', now(), $8, $9, $10
        where (select count(*) from deliveries where organization_id = $1 and member_id = $7 and kind = 'test'
                  and created_at > now() - interval '1 hour') < $11`,
      [organizationId, id, `test:${id}|${email}|email`, email, name, locale, memberId, surveyId, version, at, limit],
    )
    return rowCount === 1 ? id : undefined
  })
