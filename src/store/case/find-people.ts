import type { PoolClient } from 'pg'
import { findAdministrators, findRecipients, type Recipient } from '../alert/find-recipients'
import type { LockedCase } from './lock-case'

const people = (where: string) => `
  select u.email, m.name, u.locale from members m join users u on u.id = m.user_id
   where m.organization_id = $1 and m.is_active and ${where} order by u.email`

const query = async (client: PoolClient, where: string, values: unknown[]): Promise<Recipient[]> =>
  (await client.query<Recipient>(people(where), values)).rows

/** Of those named, the active members, by email. */
export const findMembers = (client: PoolClient, organizationId: string, emails: readonly string[]): Promise<Recipient[]> =>
  query(client, 'u.email = any($2)', [organizationId, emails])

const findOwners = (client: PoolClient, organizationId: string, { ownerMemberId, ownerTeamId }: LockedCase) =>
  query(
    client,
    `(m.id = $2::uuid or exists (select 1 from team_members tm
       where tm.organization_id = m.organization_id and tm.team_id = $3::uuid and tm.member_id = m.id))`,
    [organizationId, ownerMemberId, ownerTeamId],
  )

/** Whom the clock of a case tells: its owner, or whom a step of the chain names; the administrators where nobody of them is there. */
export const findTold = async (client: PoolClient, organizationId: string, one: LockedCase, to: string): Promise<Recipient[]> => {
  const { touchpointId, customerId } = one
  const find = () => {
    if (to === 'case_owner') return findOwners(client, organizationId, one)
    if (to.startsWith('role:')) return query(client, 'm.role = $2', [organizationId, to.slice(5)])
    return findRecipients(client, { organizationId, to, touchpointId, customerId })
  }
  const found = await find()
  return found.length > 0 ? found : findAdministrators(client, organizationId)
}
