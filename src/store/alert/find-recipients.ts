import type { PoolClient } from 'pg'
import { hot } from '../connection'

export type Recipient = { email: string; name: string; locale: string | null }

type Asked = { organizationId: string; to: string; touchpointId: string; customerId: string | null }

/** Those who fit, each as whoever is there for them at the moment. */
const people = (where: string, there = 'present_member(m.organization_id, m.id)') => `
  select distinct on (pu.email) pu.email, p.name, pu.locale from members m join users u on u.id = m.user_id
    join members p on p.organization_id = m.organization_id and p.id = ${there} join users pu on pu.id = p.user_id
   where m.organization_id = $1 and m.is_active and (${where}) order by pu.email`

const query = async (client: PoolClient, name: string, where: string, values: unknown[]): Promise<Recipient[]> =>
  (await hot<Recipient>(client, `recipients.${name}`, people(where), values)).rows

const inTeam = (
  team: string,
) => `exists (select 1 from team_members tm join teams t on t.organization_id = tm.organization_id and t.id = tm.team_id
  where tm.organization_id = m.organization_id and tm.member_id = m.id and ${team})`

const ownsTouchpoint = `exists (select 1 from touchpoints tp where tp.organization_id = m.organization_id and tp.id = $2
  and (tp.owner_member_id = m.id or exists (select 1 from team_members tm
    where tm.organization_id = m.organization_id and tm.team_id = tp.owner_team_id and tm.member_id = m.id)))`

/** Whom `notify.to` means here: a person each; none if nobody who is active fits. */
export const findRecipients = (
  client: PoolClient,
  { organizationId, to, touchpointId, customerId }: Asked,
): Promise<Recipient[]> => {
  if (to === 'touchpoint_owner') return query(client, 'touchpoint', ownsTouchpoint, [organizationId, touchpointId])
  if (to.startsWith('member:')) return query(client, 'member', 'u.email = $2', [organizationId, to.slice(7).toLowerCase()])
  if (to.startsWith('team:')) return query(client, 'team', inTeam('t.key = $2'), [organizationId, to.slice(5)])
  if (to === 'account_owner')
    return query(
      client,
      'account',
      `u.email = (select lower(c.attributes ->> 'owner') from customers c where c.organization_id = m.organization_id and c.id = $2)`,
      [organizationId, customerId],
    )
  return Promise.resolve([])
}

/** Who is told when nobody else can be: an alert must reach somebody. Administrators who are away too, where all of them are. */
export const findAdministrators = async (client: PoolClient, organizationId: string): Promise<Recipient[]> => {
  const there = await query(client, 'administrators', `m.role = 'admin'`, [organizationId])
  if (there.length > 0) return there
  return (await hot<Recipient>(client, 'recipients.anybody', people(`m.role = 'admin'`, 'm.id'), [organizationId])).rows
}
