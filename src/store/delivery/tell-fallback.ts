import type { PoolClient } from 'pg'
import { v7 as uuidV7 } from 'uuid'
import { type AlertPolicy, defaultAlertPolicy } from '@/domain/alert/policy'
import type { Why } from '@/domain/alert/why'
import { findAdministrators, findRecipients, type Recipient } from '../alert/find-recipients'
import { hot } from '../connection'

type Refused = { recipient: string; recipientName: string | null; touchpointId: string | null; alertPolicy: AlertPolicy | null }

const findAlertMail = async (client: PoolClient, organizationId: string, id: string): Promise<Refused | undefined> => {
  const { rows } = await hot<Refused>(
    client,
    'delivery.refused',
    `select d.recipient, d.recipient_name as "recipientName", a.touchpoint_id as "touchpointId", o.alert_policy as "alertPolicy"
       from deliveries d join organizations o on o.id = d.organization_id
       join alerts a on a.organization_id = d.organization_id and a.id = d.alert_id
      where d.organization_id = $1 and d.id = $2 and d.kind = 'alert' and d.channel = 'email' and d.mode is distinct from 'past'`,
    [organizationId, id],
  )
  return rows[0]
}

/** Who is there for somebody whose mailbox takes nothing: their deputy, or whom the organization names, or the administrators. */
const findInstead = async (client: PoolClient, organizationId: string, refused: Refused): Promise<Recipient[]> => {
  const { recipient, touchpointId, alertPolicy } = refused
  const { fallback } = alertPolicy ?? defaultAlertPolicy
  for (const to of [`member:${recipient}`, fallback]) {
    const found = await findRecipients(client, { organizationId, to, touchpointId, customerId: null })
    const others = found.filter(({ email }) => email !== recipient)
    if (others.length > 0) return others
  }
  return findAdministrators(client, organizationId)
}

/**
 * An alert's mail was refused for good, so nobody may have heard of it: writes it to who is there instead, once each, and to none who
 * got it already. Answers the messages; the sweep hands them over too.
 */
export const tellFallback = async (client: PoolClient, organizationId: string, id: string): Promise<string[]> => {
  const refused = await findAlertMail(client, organizationId, id)
  if (!refused) return []
  const people = await findInstead(client, organizationId, refused)
  const why: Why = { kind: 'refused', name: refused.recipientName || refused.recipient }
  const { rows } = await hot<{ id: string }>(
    client,
    'delivery.fallback',
    `insert into deliveries (organization_id, id, key, kind, channel, recipient, recipient_name, locale, alert_id, case_id, response_id, status, next_attempt_at, why)
     select d.organization_id, new.id, 'alert:' || d.alert_id || '|' || new.email || '|email', 'alert', 'email', new.email, new.name,
            coalesce(new.locale, o.locale), d.alert_id, d.case_id, d.response_id, 'pending', now(), $7::jsonb
       from deliveries d join organizations o on o.id = d.organization_id
       cross join unnest($3::uuid[], $4::text[], $5::text[], $6::text[]) as new(id, email, name, locale)
      where d.organization_id = $1 and d.id = $2
     on conflict (organization_id, key) do nothing returning id`,
    [
      organizationId,
      id,
      people.map(() => uuidV7()),
      people.map(({ email }) => email),
      people.map(({ name }) => name),
      people.map(({ locale }) => locale),
      JSON.stringify(why),
    ],
  )
  return rows.map((row) => row.id)
}
