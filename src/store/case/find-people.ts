import type { PoolClient } from 'pg'
import { findCaseOwners, findRecipients, type Recipient } from '../alert/find-recipients'
import { findFallback, inPlace, type Named } from '../alert/who-is-there'
import type { LockedCase } from './lock-case'

/** Of those named, the active members, by email: also who is away, since it is for them alone. */
export const findMembers = async (
  client: PoolClient,
  organizationId: string,
  emails: readonly string[],
): Promise<Recipient[]> => {
  const { rows } = await client.query<Recipient>(
    `select u.email, m.name, u.locale from members m join users u on u.id = m.user_id
      where m.organization_id = $1 and m.is_active and u.email = any($2) order by u.email`,
    [organizationId, emails],
  )
  return rows
}

/**
 * Who is told that something must be done about a case: its owner (`case_owner`), or whom a step of the chain names, each as whoever is
 * there for them; where nobody is, whoever gets what reaches nobody else.
 */
export const findTold = async (client: PoolClient, organizationId: string, one: LockedCase, to: string): Promise<Named[]> => {
  const { touchpointId, customerId } = one
  const found =
    to === 'case_owner'
      ? await findCaseOwners(client, organizationId, one)
      : await findRecipients(client, { organizationId, to, touchpointId, customerId })
  return found.length > 0 ? found.map(inPlace) : findFallback(client, { organizationId, touchpointId })
}

/** People as a mail is written to them, in their language or the organization's. */
export const asAddressed = ({ locale }: LockedCase, people: readonly (Recipient & Pick<Named, 'why'>)[]) =>
  people.map(({ email, name, locale: own, why }) => ({ email, name, locale: own ?? locale, why }))
