import type { Unreadable } from '@/domain/unreadable'
import { pool } from '../connection'
import { openHere, sealHere } from '../sealing/installation-keys'

const placeOf = (organizationId: string) => ({
  table: 'identity_secrets',
  column: 'secret',
  organizationId,
  id: organizationId,
})

/** The secret an organization's systems sign their customers' identity with; undefined until it was asked for. */
export const findIdentitySecret = async (
  organizationId: string,
): Promise<{ secret: string; organizationKey: string } | { unreadable: Unreadable } | undefined> => {
  const { rows } = await pool().query<{ secret: string; organizationKey: string }>(
    `select i.secret, o.key as "organizationKey" from identity_secrets i join organizations o on o.id = i.organization_id
      where i.organization_id = $1`,
    [organizationId],
  )
  const [row] = rows
  if (!row) return undefined
  const opened = openHere(placeOf(organizationId), row.secret)
  return 'unreadable' in opened ? opened : { secret: opened.text, organizationKey: row.organizationKey }
}

/** Keeps a new secret; an old one stays unless it is to be replaced. Answers the one that holds. */
export const saveIdentitySecret = async (
  organizationId: string,
  secret: string,
  isReplacing: boolean,
): Promise<{ text: string } | { unreadable: Unreadable }> => {
  const { rows } = await pool().query<{ secret: string }>(
    `insert into identity_secrets as old (organization_id, secret) values ($1, $2)
     on conflict (organization_id) do update set
       secret = case when $3 then excluded.secret else old.secret end, made_at = case when $3 then now() else old.made_at end
     returning secret`,
    [organizationId, sealHere(placeOf(organizationId), secret), isReplacing],
  )
  const kept = rows[0]?.secret
  if (kept === undefined) throw new Error('no identity secret was kept')
  return openHere(placeOf(organizationId), kept)
}
