import { pool } from '../connection'
import type { RefusedAddress } from './refused-address'

/** A mark, with who has the address: members of the organization, or a customer. */
export type MarkRow = RefusedAddress & {
  member: { name: string } | null
  customer: { id: string; name: string | null; externalId: string | null } | null
  /** messages that weren't sent for it, a hundred at most */
  heldBack: number
}

type Filter = { organizationId: string; limit: number; after?: { since: Date; address: string } | undefined }

/** The newest first, one more than `limit` where there is a next page. */
export const listMarks = async ({ organizationId, limit, after }: Filter): Promise<MarkRow[]> => {
  const { rows } = await pool().query<MarkRow>(
    `with page as (
       select * from refused_addresses
        where organization_id = $1 and ($3::timestamptz is null or (since, address) < ($3, $4))
        order by since desc, address desc limit $2)
     select r.address, r.since, r.status, r.reason,
            (select json_build_object('name', m.name) from users u join members m on m.user_id = u.id and m.organization_id = $1
              where u.email = r.address) as member,
            (select json_build_object('id', c.id, 'name', c.name, 'externalId', c.external_id) from customers c
              where c.organization_id = $1 and c.email = r.address order by c.created_at limit 1) as customer,
            (select count(*)::int from (select 1 from deliveries d where d.organization_id = $1 and d.status = 'suppressed'
                and d.created_at > r.since - interval '30 days' and lower(d.recipient) = r.address limit 100) as held) as "heldBack"
       from page r order by r.since desc, r.address desc`,
    [organizationId, limit + 1, after?.since ?? null, after?.address ?? null],
  )
  return rows
}
