import type { PoolClient } from 'pg'
import { v7 as uuidV7 } from 'uuid'
import type { Why } from '@/domain/alert/why'
import { hot } from '../connection'

export type CaseMails = {
  organizationId: string
  caseId: string
  /** the sequence of the event that calls for them: what they say stands there */
  event: number
  kind: 'case' | 'customer' | 'verify'
  people: readonly { email: string; name: string | null; locale: string; why?: Why | undefined }[]
}

/** Writes down that an event of a case is to be told, once to each. Answers the ids of the new deliveries. */
export const addCaseMails = async (client: PoolClient, mails: CaseMails): Promise<string[]> => {
  const { organizationId, caseId, event, kind, people } = mails
  if (people.length === 0) return []
  const { rows } = await hot<{ id: string }>(
    client,
    'delivery.case',
    `insert into deliveries (organization_id, id, key, kind, channel, recipient, recipient_name, locale, case_id, case_sequence, status, next_attempt_at, why)
     select $1, new.id, 'case:' || $2::uuid || ':' || $3::int || '|' || new.email || '|email', $4, 'email', new.email, new.name, new.locale, $2, $3, 'pending', now(), new.why::jsonb
       from unnest($5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[]) as new(id, email, name, locale, why)
     on conflict (organization_id, key) do nothing returning id`,
    [
      organizationId,
      caseId,
      event,
      kind,
      people.map(() => uuidV7()),
      people.map(({ email }) => email),
      people.map(({ name }) => name),
      people.map(({ locale }) => locale),
      people.map(({ why }) => (why ? JSON.stringify(why) : null)),
    ],
  )
  return rows.map(({ id }) => id)
}
