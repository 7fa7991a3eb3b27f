import type { PoolClient } from 'pg'
import { v7 as uuidV7 } from 'uuid'
import type { Rule } from '@/domain/alert/rule'
import { findAdministrators, findRecipients, type Recipient } from '../alert/find-recipients'
import type { ScoredRow } from '../alert/load-scored'

type Firing = { rule: Pick<Rule, 'notify'>; alertId: string; caseId: string | null }

const distinct = (people: readonly Recipient[]): Recipient[] => [
  ...new Map(people.map((person) => [person.email, person])).values(),
]

/**
 * One message a person, whoever names them how often; the administrators where nobody can be reached. Answers the ids
 * of what is to be sent.
 */
export const insertDeliveries = async (
  client: PoolClient,
  response: ScoredRow,
  { rule, alertId, caseId }: Firing,
): Promise<string[]> => {
  if (rule.notify.length === 0) return []
  const { organizationId, touchpointId, customerId } = response
  const found: Recipient[] = []
  for (const { to } of rule.notify)
    found.push(...(await findRecipients(client, { organizationId, to, touchpointId, customerId })))
  const people = distinct(found.length > 0 ? found : await findAdministrators(client, organizationId))
  const { rows } = await client.query<{ id: string }>(
    `insert into deliveries (organization_id, id, key, kind, channel, recipient, recipient_name, locale, alert_id, case_id, response_id, status, next_attempt_at)
     select $1, new.id, new.key, 'alert', 'email', new.email, new.name, coalesce(new.locale, o.locale), $2, $3, $4, 'pending', now()
       from unnest($5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[]) as new(id, key, email, name, locale), organizations o
      where o.id = $1 on conflict (organization_id, key) do nothing returning id`,
    [
      organizationId,
      alertId,
      caseId,
      response.id,
      people.map(() => uuidV7()),
      people.map((person) => `alert:${alertId}|${person.email}|email`),
      people.map((person) => person.email),
      people.map((person) => person.name),
      people.map((person) => person.locale),
    ],
  )
  return rows.map((row) => row.id)
}
