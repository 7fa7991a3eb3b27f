import { pool } from '../connection'

/** Only what still needs something: of the sent ones nobody asks how many there are. */
export const countUnsentDeliveries = async (organizationId: string): Promise<Record<'pending' | 'retrying' | 'dead', number>> => {
  const { rows } = await pool().query<Record<'pending' | 'retrying' | 'dead', number>>(
    `select count(*) filter (where status in ('pending', 'sending'))::int as pending, count(*) filter (where status = 'retrying')::int as retrying,
            count(*) filter (where status = 'dead')::int as dead
       from deliveries where organization_id = $1 and status in ('pending', 'sending', 'retrying', 'dead')`,
    [organizationId],
  )
  return rows[0] ?? { pending: 0, retrying: 0, dead: 0 }
}
