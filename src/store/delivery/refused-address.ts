import type { PoolClient } from 'pg'
import { hot, hotPool } from '../connection'

/** An address that takes no mail: since when, and what its mail server said. */
export type RefusedAddress = { address: string; since: Date; status: string | null; reason: string }

/** Marks an address; what was there first stays. Answers whether it is new. */
export const markRefused = async (
  client: PoolClient,
  organizationId: string,
  { address, status, reason }: Omit<RefusedAddress, 'since'>,
): Promise<boolean> => {
  const { rowCount } = await hot(
    client,
    'refused.mark',
    `insert into refused_addresses (organization_id, address, status, reason) values ($1, lower($2), $3, left($4, 1000))
     on conflict do nothing`,
    [organizationId, address, status, reason],
  )
  return rowCount === 1
}

/**
 * The mark on a mail's address; none for a mail that the server has refused before: then somebody has it sent once more, knowing that.
 */
export const findMarkOn = async (
  organizationId: string,
  { id, recipient }: { id: string; recipient: string },
): Promise<RefusedAddress | undefined> => {
  const { rows } = await hot<RefusedAddress>(
    hotPool(),
    'refused.find',
    `select address, since, status, reason from refused_addresses where organization_id = $1 and address = lower($2)
        and not exists (select 1 from delivery_attempts a where a.organization_id = $1 and a.delivery_id = $3 and a.refused <> 'marked')`,
    [organizationId, recipient, id],
  )
  return rows[0]
}

/** As a column, of a member or a customer with an address: the mark on it, as JSON; null where there is none. */
export const refusedColumn = (organization: string, address: string): string =>
  `(select json_build_object('since', to_char(ra.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'status', ra.status, 'reason', ra.reason)
      from refused_addresses ra where ra.organization_id = ${organization} and ra.address = lower(${address}))`
