import { pool } from '../connection'
import type { Place } from './seal'

/** A value that is to stand sealed, as it stands now. */
export type SealedValue = Place & { stored: string }

const batch = 500

/**
 * Everything in all organizations that is to stand sealed, a batch at a time: for the installation itself, never for a member. A
 * chat whose address isn't sealed yet has it in `url`.
 */
export async function* readSealed(): AsyncGenerator<SealedValue[]> {
  let last: SealedValue | undefined
  do {
    const { rows } = await pool().query<SealedValue>(
      `select "table", "column", organization_id as "organizationId", id, stored from (
         select 'targets' as "table", part."column", organization_id, id, part.stored
           from targets cross join lateral (values ('secret', secret), ('former_secret', former_secret),
             ('address', case when channel = 'chat' then coalesce(address, nullif(url, '')) end)) as part ("column", stored)
         union all select 'identity_secrets', 'secret', organization_id, organization_id, secret from identity_secrets) as values
        where stored is not null
          and ($1::text is null or ("table", "column", organization_id, id) > ($1::text, $2::text, $3::uuid, $4::uuid))
        order by "table", "column", organization_id, id limit ${batch}`,
      last ? [last.table, last.column, last.organizationId, last.id] : [null, null, null, null],
    )
    yield rows
    last = rows.length < batch ? undefined : rows.at(-1)
  } while (last)
}
