import { pool } from '../connection'

/** Completes invitations whose response is complete and whose note of it was lost in a crash. Answers how many. */
const completeAnswered = async (limit: number): Promise<number> => {
  const { rowCount } = await pool().query(
    `update invitations i set state = 'completed', started_at = coalesce(i.started_at, found.at), completed_at = found.at, ended_at = null
       from (select i.organization_id, i.id, r.submitted_at as at from invitations i
               join responses r on r.organization_id = i.organization_id and r.id = i.response_id and r.status <> 'partial'
              where i.state in ('planned', 'sent', 'opened', 'started') limit $1) as found
      where i.organization_id = found.organization_id and i.id = found.id`,
    [limit],
  )
  return rowCount ?? 0
}

/** Ends invitations whose time is up; who has begun has a day more. */
const expire = async (limit: number): Promise<number> => {
  const { rowCount } = await pool().query(
    `update invitations set state = 'expired', ended_at = expires_at where (organization_id, id) in (
       select organization_id, id from invitations where state in ('planned', 'sent', 'opened', 'started')
          and expires_at < now() - (case when state = 'started' then interval '1 day' else interval '0' end) limit $1)`,
    [limit],
  )
  return rowCount ?? 0
}

export const settleInvitations = async (limit: number): Promise<number> => (await completeAnswered(limit)) + (await expire(limit))
