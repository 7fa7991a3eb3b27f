import type { PoolClient } from 'pg'
import { v7 as uuidV7 } from 'uuid'
import { findAdministrators } from '../alert/find-recipients'
import { hot } from '../connection'

/**
 * An alert's mail was refused for good, so nobody may have heard of it: writes it to the administrators too, once each, and to none who
 * got it already. The sweep hands the messages over.
 */
export const tellFallback = async (client: PoolClient, organizationId: string, id: string): Promise<void> => {
  const people = await findAdministrators(client, organizationId)
  await hot(
    client,
    'delivery.fallback',
    `insert into deliveries (organization_id, id, key, kind, channel, recipient, recipient_name, locale, alert_id, case_id, response_id, status, next_attempt_at)
     select d.organization_id, new.id, 'alert:' || d.alert_id || '|' || new.email || '|email', 'alert', 'email', new.email, new.name,
            coalesce(new.locale, o.locale), d.alert_id, d.case_id, d.response_id, 'pending', now()
       from deliveries d join organizations o on o.id = d.organization_id
       cross join unnest($3::uuid[], $4::text[], $5::text[], $6::text[]) as new(id, email, name, locale)
      where d.organization_id = $1 and d.id = $2 and d.kind = 'alert' and d.channel = 'email' and d.mode is distinct from 'past'
     on conflict (organization_id, key) do nothing`,
    [
      organizationId,
      id,
      people.map(() => uuidV7()),
      people.map(({ email }) => email),
      people.map(({ name }) => name),
      people.map(({ locale }) => locale),
    ],
  )
}
