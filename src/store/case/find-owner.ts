import type { PoolClient } from 'pg'

export type Owner = { member: string | null; team: string | null }

/** A member by email, or a team by key; undefined if the organization has neither. */
export const findOwner = async (client: PoolClient, organizationId: string, owner: string): Promise<Owner | undefined> => {
  const { rows } = await client.query<Owner>(
    `select m.id as member, null::uuid as team from members m join users u on u.id = m.user_id
      where m.organization_id = $1 and u.email = $2 and m.is_active
     union all select null, t.id from teams t where t.organization_id = $1 and t.key = $2`,
    [organizationId, owner],
  )
  return rows[0]
}
