import type { PoolClient } from 'pg'
import { crowd, crowdHours } from '@/domain/delivery/refusal'
import { mailPatience } from '@/domain/delivery/retry'
import { log } from '@/observe/logger'
import { hot } from '../connection'

/**
 * The addresses that the mail server has refused one after the other, without saying that it is for the address, since it last took a
 * mail of the organization, and this one: undefined while they are too few to tell that it refuses everybody. Refusals of an
 * organization are judged one at a time, so that each sees those before it.
 */
export const findCrowd = async (client: PoolClient, organizationId: string, address: string): Promise<string[] | undefined> => {
  await hot(client, 'crowd.lock', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`refusals/${organizationId}`])
  const { rows } = await hot<{ recipient: string }>(
    client,
    'crowd.find',
    `select distinct lower(d.recipient) as recipient from delivery_attempts a
       join deliveries d on d.organization_id = a.organization_id and d.id = a.delivery_id
      where a.organization_id = $1 and a.refused in ('unclear', 'sender')
        and a.at > greatest(now() - make_interval(hours => $2),
              (select max(t.sent_at) from deliveries t where t.organization_id = $1 and t.mode = 'smtp')) limit 500`,
    [organizationId, crowdHours],
  )
  const refused = new Set([...rows.map(({ recipient }) => recipient), address.toLowerCase()])
  return refused.size >= crowd ? [...refused] : undefined
}

/**
 * It was the server and not they: their marks that rest on no more than that go, and their mails that died of it, or weren't sent for
 * the mark, are tried again a minute from now.
 */
export const takeBack = async (client: PoolClient, organizationId: string, addresses: readonly string[]): Promise<void> => {
  const { rowCount } = await hot(
    client,
    'crowd.unmark',
    `delete from refused_addresses
      where organization_id = $1 and address = any($2) and status is null and since > now() - make_interval(hours => $3)`,
    [organizationId, addresses, crowdHours],
  )
  await hot(
    client,
    'crowd.again',
    `update deliveries set status = 'retrying', next_attempt_at = now() + interval '1 minute'
      where organization_id = $1 and status in ('dead', 'suppressed') and attempts <= $4 and lower(recipient) = any($2)
        and not exists (select 1 from refused_addresses r where r.organization_id = $1 and r.address = lower(recipient))
        and id in (select a.delivery_id from delivery_attempts a where a.organization_id = $1
                      and a.refused in ('unclear', 'sender', 'marked') and a.at > now() - make_interval(hours => $3))`,
    [organizationId, addresses, crowdHours, mailPatience.waitsSeconds.length],
  )
  log().error(
    { organizationId, addresses: addresses.length, unmarked: rowCount },
    'the mail server refuses every recipient: look at its words on Deliveries, at SMTP_URL and MAIL_FROM',
  )
}
