import type { PoolClient } from 'pg'
import { v7 as uuidV7 } from 'uuid'
import { type AlertPolicy, defaultAlertPolicy } from '@/domain/alert/policy'
import type { Why } from '@/domain/alert/why'
import { type Found, findAdministrators, findRecipients } from '../alert/find-recipients'
import { hot } from '../connection'

type Refused = { recipient: string; recipientName: string | null; touchpointId: string | null; alertPolicy: AlertPolicy | null }

const findRefused = async (client: PoolClient, organizationId: string, id: string): Promise<Refused | undefined> => {
  const { rows } = await hot<Refused>(
    client,
    'delivery.refused',
    `select d.recipient, d.recipient_name as "recipientName", a.touchpoint_id as "touchpointId", o.alert_policy as "alertPolicy"
       from deliveries d join organizations o on o.id = d.organization_id
       left join alerts a on a.organization_id = d.organization_id and a.id = d.alert_id
      where d.organization_id = $1 and d.id = $2 and d.kind in ('alert', 'digest') and d.channel = 'email' and d.mode is distinct from 'past'`,
    [organizationId, id],
  )
  return rows[0]
}

/** Who is there for somebody whose mailbox takes nothing: their deputy, or whom the organization names, or the administrators. */
const findInstead = async (client: PoolClient, organizationId: string, refused: Refused): Promise<Found[]> => {
  const { recipient, touchpointId, alertPolicy } = refused
  const { fallback } = alertPolicy ?? defaultAlertPolicy
  for (const to of [`member:${recipient}`, fallback]) {
    const found = await findRecipients(client, { organizationId, to, touchpointId, customerId: null })
    const others = found.filter(({ email }) => email !== recipient)
    if (others.length > 0) return others
  }
  return findAdministrators(client, organizationId)
}

/** A digest is told with all that it held. */
const statement = `
  with told as (
    insert into deliveries (organization_id, id, key, kind, channel, recipient, recipient_name, locale, alert_id, case_id, response_id, member_id, status, next_attempt_at, why)
    select d.organization_id, new.id, case when d.kind = 'digest' then 'digest:' || d.id else 'alert:' || d.alert_id end || '|' || new.email || '|email',
           d.kind, 'email', new.email, new.name, coalesce(new.locale, o.locale), d.alert_id, d.case_id, d.response_id,
           case when d.kind = 'digest' then new.member_id end, 'pending', now(), $8::jsonb
      from deliveries d join organizations o on o.id = d.organization_id
      cross join unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[]) as new(id, email, name, locale, member_id)
     where d.organization_id = $1 and d.id = $2 and new.email <> d.recipient
    on conflict (organization_id, key) do nothing returning id),
  held as (
    insert into digest_alerts (organization_id, delivery_id, alert_id)
    select $1, told.id, i.alert_id from told join digest_alerts i on i.organization_id = $1 and i.delivery_id = $2)
  select id from told`

/**
 * The mail of an alert, or of a digest of some, was refused for good, so nobody may have heard of it: writes it to who is there instead,
 * once each, and to none who got it already. Answers the messages; the sweep hands them over too.
 */
export const tellFallback = async (client: PoolClient, organizationId: string, id: string): Promise<string[]> => {
  const refused = await findRefused(client, organizationId, id)
  if (!refused) return []
  const people = await findInstead(client, organizationId, refused)
  const why: Why = { kind: 'refused', name: refused.recipientName || refused.recipient }
  const { rows } = await hot<{ id: string }>(client, 'delivery.fallback', statement, [
    organizationId,
    id,
    people.map(() => uuidV7()),
    people.map(({ email }) => email),
    people.map(({ name }) => name),
    people.map(({ locale }) => locale),
    people.map(({ memberId }) => memberId),
    JSON.stringify(why),
  ])
  return rows.map((row) => row.id)
}
