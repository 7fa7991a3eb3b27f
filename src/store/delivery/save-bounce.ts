import type { PoolClient } from 'pg'
import { v7 as uuidV7 } from 'uuid'
import { type Bounce, type BounceResult, marksAddress } from '@/domain/delivery/bounce'
import { hot, withTransaction } from '../connection'
import { markRefused } from './refused-address'
import { tellInstead } from './tell-instead'

/** `told`: deliveries to those who are told instead; `delivery`: the one that came back */
export type SavedBounce = BounceResult & { told: string[]; delivery: string | null }

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=@)/i

type Sent = { id: string; recipient: string }

/** The mail of the organization that a Message-ID names: it begins with the delivery's id. */
const findSent = async (client: PoolClient, organizationId: string, messageId: string | null): Promise<Sent | undefined> => {
  const [id] = uuid.exec(messageId ?? '') ?? []
  if (!id) return undefined
  const { rows } = await hot<Sent>(
    client,
    'bounce.sent',
    `select id, lower(recipient) as recipient from deliveries
      where organization_id = $1 and id = $2::uuid and channel = 'email' and attempts > 0 and mode is distinct from 'past'`,
    [organizationId, id],
  )
  return rows[0]
}

/** Whether a member or a customer of the organization has this address. */
const isKnown = async (client: PoolClient, organizationId: string, address: string): Promise<boolean> => {
  const { rows } = await hot<{ found: boolean }>(
    client,
    'bounce.known',
    `select exists (select 1 from users u join members m on m.user_id = u.id and m.organization_id = $1 where u.email = $2)
         or exists (select 1 from customers c where c.organization_id = $1 and c.email = $2) as found`,
    [organizationId, address],
  )
  return rows[0]?.found === true
}

/** The same once more is one; of a message that isn't named, once a day. */
const keyOf = ({ messageId, status }: Bounce, address: string, at: Date): string =>
  [messageId ?? at.toISOString().slice(0, 10), address, status ?? ''].join('|')

/**
 * Writes down, in one transaction, that a message came back: the bounce itself, each once; the mark on the address where it takes no mail
 * any more; and whoever is told instead of them. It concerns whom the message was sent to, wherever a forwarding led it. Of addresses
 * that nobody here has nothing is kept.
 */
export const saveBounce = (organizationId: string, bounce: Bounce, at: Date): Promise<SavedBounce> =>
  withTransaction(async (client) => {
    const sent = await findSent(client, organizationId, bounce.messageId)
    const address = sent?.recipient ?? bounce.address
    const result = { address, told: [], delivery: sent?.id ?? null }
    if (!sent && !(await isKnown(client, organizationId, address))) return { ...result, outcome: 'unknown' }
    const { status, reason, isFinal } = bounce
    const marks = marksAddress(status)
    const { rowCount } = await hot(
      client,
      'bounce.save',
      `insert into bounces (organization_id, id, key, address, delivery_id, status, reason, marks, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (organization_id, key) do nothing`,
      [organizationId, uuidV7(), keyOf(bounce, address, at), address, sent?.id ?? null, status, reason, marks, at],
    )
    if (rowCount === 0) return { ...result, outcome: 'known' }
    const isNew = marks && (await markRefused(client, organizationId, { address, status, reason }))
    const told = sent && (marks || isFinal) ? await tellInstead(client, organizationId, sent.id) : []
    return { ...result, told, outcome: isNew ? 'marked' : 'noted' }
  })
