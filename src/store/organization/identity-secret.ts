import { pool } from '../connection'

/** The secret an organization's systems sign their customers' identity with; undefined until it was asked for. */
export const findIdentitySecret = async (
  organizationId: string,
): Promise<{ secret: string; organizationKey: string } | undefined> => {
  const { rows } = await pool().query<{ secret: string; organizationKey: string }>(
    `select i.secret, o.key as "organizationKey" from identity_secrets i join organizations o on o.id = i.organization_id
      where i.organization_id = $1`,
    [organizationId],
  )
  return rows[0]
}

/** Keeps a new secret; an old one stays unless it is to be replaced. Answers the one that holds. */
export const saveIdentitySecret = async (organizationId: string, secret: string, isReplacing: boolean): Promise<string> => {
  const { rows } = await pool().query<{ secret: string }>(
    `insert into identity_secrets as old (organization_id, secret) values ($1, $2)
     on conflict (organization_id) do update set
       secret = case when $3 then excluded.secret else old.secret end, made_at = case when $3 then now() else old.made_at end
     returning secret`,
    [organizationId, secret, isReplacing],
  )
  const kept = rows[0]?.secret
  if (kept === undefined) throw new Error('no identity secret was kept')
  return kept
}
