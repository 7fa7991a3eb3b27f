import { pool } from '../connection'

export type Progress = 'opened' | 'started' | 'completed'

type Step = { organizationId: string; id: string; at: Date; isAnonymous: boolean }

/** From which states a step leads on; each is taken once, whatever repeats it. */
const before: Record<Progress, readonly string[]> = {
  opened: ['planned', 'sent'],
  started: ['planned', 'sent', 'opened'],
  completed: ['planned', 'sent', 'opened', 'started', 'expired', 'unsubscribed'],
}

/**
 * Notes how far an invitation has come; what was noted before stays. Of an anonymous survey only the day is kept and no
 * response named: the exact moment would tell which answers are whose.
 */
export const recordProgress = async (progress: Progress, { organizationId, id, at, isAnonymous }: Step): Promise<void> => {
  const times = progress === 'completed' ? ['started_at', 'completed_at'] : [`${progress}_at`]
  const when = isAnonymous ? `date_trunc('day', $3::timestamptz at time zone 'UTC') at time zone 'UTC'` : '$3::timestamptz'
  await pool().query(
    `update invitations set state = $4, ${times.map((time) => `${time} = coalesce(${time}, ${when})`).join(', ')},
            response_id = case when $6 then null else response_id end, ended_at = case when $4 = 'completed' then null else ended_at end
      where organization_id = $1 and id = $2 and state = any($5)`,
    [organizationId, id, at, progress, before[progress], isAnonymous],
  )
}
