import { pool } from '../connection'

/** What has come of a test mail. */
export type TestMailState = {
  status: 'pending' | 'sending' | 'sent' | 'retrying' | 'dead'
  mode: 'smtp' | 'captured' | null
  lastError: string | null
  nextAttemptAt: Date | null
}

/** Of the member who asked for it alone. */
export const getTestMail = async (organizationId: string, memberId: string, id: string): Promise<TestMailState | undefined> => {
  const { rows } = await pool().query<TestMailState>(
    `select status, mode, last_error as "lastError", next_attempt_at as "nextAttemptAt" from deliveries
      where organization_id = $1 and id = $3 and member_id = $2 and kind = 'test'`,
    [organizationId, memberId, id],
  )
  return rows[0]
}
