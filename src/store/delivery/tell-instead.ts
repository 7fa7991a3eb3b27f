import type { PoolClient } from 'pg'
import { v7 as uuidV7 } from 'uuid'
import type { Why } from '@/domain/alert/why'
import { whenLost } from '@/domain/delivery/lost-mail'
import { findRecipients } from '../alert/find-recipients'
import type { Person } from '../alert/person'
import { findFallback } from '../alert/who-is-there'
import { hot } from '../connection'

type Lost = { kind: string; event: string | null; recipient: string; recipientName: string | null; touchpointId: string | null }

const findLost = async (client: PoolClient, organizationId: string, id: string): Promise<Lost | undefined> => {
  const { rows } = await hot<Lost>(
    client,
    'delivery.lost',
    `select d.kind, e.type as event, d.recipient, d.recipient_name as "recipientName", coalesce(a.touchpoint_id, k.touchpoint_id) as "touchpointId"
       from deliveries d
       left join alerts a on a.organization_id = d.organization_id and a.id = d.alert_id
       left join cases k on k.organization_id = d.organization_id and k.id = d.case_id
       left join case_events e on e.organization_id = d.organization_id and e.case_id = d.case_id and e.sequence = d.case_sequence
      where d.organization_id = $1 and d.id = $2 and d.channel = 'email' and d.mode is distinct from 'past'`,
    [organizationId, id],
  )
  return rows[0]
}

/** Who is there for somebody whose mailbox takes nothing: their deputy, or whom the organization names, or the administrators. */
const findStandIns = async (client: PoolClient, organizationId: string, lost: Lost): Promise<readonly Person[]> => {
  const { recipient, touchpointId } = lost
  const found = await findRecipients(client, { organizationId, to: `member:${recipient}`, touchpointId, customerId: null })
  const others = found.filter(({ email }) => email !== recipient)
  return others.length > 0 ? others : findFallback(client, { organizationId, touchpointId }, recipient)
}

/** A digest is told with all that it held. */
const statement = `
  with told as (
    insert into deliveries (organization_id, id, key, kind, channel, recipient, recipient_name, locale, alert_id, case_id, case_sequence, response_id, member_id, status, next_attempt_at, why, instead_of)
    select d.organization_id, new.id, case d.kind when 'digest' then 'digest:' || d.id when 'case' then 'case:' || d.case_id || ':' || d.case_sequence
             else 'alert:' || d.alert_id end || '|' || new.email || '|email',
           d.kind, 'email', new.email, new.name, coalesce(new.locale, o.locale), d.alert_id, d.case_id, d.case_sequence, d.response_id,
           case when d.kind = 'digest' then new.member_id end, 'pending', now(), $8::jsonb, d.id
      from deliveries d join organizations o on o.id = d.organization_id
      cross join unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[]) as new(id, email, name, locale, member_id)
     where d.organization_id = $1 and d.id = $2 and new.email <> d.recipient
    on conflict (organization_id, key) do nothing returning id),
  held as (
    insert into digest_alerts (organization_id, delivery_id, alert_id)
    select $1, told.id, i.alert_id from told join digest_alerts i on i.organization_id = $1 and i.delivery_id = $2)
  select id from told`

/**
 * A mail can't reach its recipient: where somebody must act on it (`whenLost`), it is written to who is there instead, once each, and to
 * none who got it already. Answers the messages; the sweep hands them over too.
 */
export const tellInstead = async (client: PoolClient, organizationId: string, id: string): Promise<string[]> => {
  const lost = await findLost(client, organizationId, id)
  if (!lost || whenLost(lost.kind, lost.event) !== 'instead') return []
  const people = await findStandIns(client, organizationId, lost)
  const why: Why = { kind: 'refused', name: lost.recipientName || lost.recipient }
  const { rows } = await hot<{ id: string }>(client, 'delivery.instead', statement, [
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
