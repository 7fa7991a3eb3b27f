import type { PoolClient } from 'pg'
import { hot } from '../connection'
import { type Person, personColumns } from './person'

export type Recipient = Pick<Person, 'email' | 'name' | 'locale'>

/** `isSelf`: there in person, not in somebody else's place, whose name is `insteadOf` */
export type Found = Person & { isSelf: boolean; insteadOf: string | null }

type Asked = { organizationId: string; to: string; touchpointId: string | null; customerId: string | null }

/** Those who fit, each as whoever is there for them at the moment: that is asked of those alone. */
const people = (where: string, there = 'present_member(m.organization_id, m.id)') => `
  with m as materialized (
    select m.organization_id, m.id, m.name from organizations o join members m on m.organization_id = o.id join users u on u.id = m.user_id
     where o.id = $1 and m.is_active and (${where}))
  select distinct on (pu.email) ${personColumns}, p.id = m.id as "isSelf", case when p.id <> m.id then m.name end as "insteadOf"
    from m join organizations o on o.id = m.organization_id
    join members p on p.organization_id = m.organization_id and p.id = ${there} join users pu on pu.id = p.user_id
   order by pu.email, p.id = m.id desc`

const query = async (client: PoolClient, name: string, where: string, values: unknown[], there?: string): Promise<Found[]> =>
  (await hot<Found>(client, `recipients.${name}`, people(where, there), values)).rows

const inTeam = (team: string) => `m.id = any (array(
  select tm.member_id from teams t join team_members tm on tm.organization_id = t.organization_id and tm.team_id = t.id
   where t.organization_id = $1 and ${team}))`

const ownsTouchpoint = `m.id = any (array(
  select tp.owner_member_id from touchpoints tp where tp.organization_id = $1 and tp.id = $2
  union all
  select tm.member_id from touchpoints tp join team_members tm on tm.organization_id = tp.organization_id and tm.team_id = tp.owner_team_id
   where tp.organization_id = $1 and tp.id = $2))`

/** Whom `to` means here: a person each; none if nobody who is active fits. */
export const findRecipients = (client: PoolClient, asked: Asked): Promise<Found[]> => {
  const { organizationId, to, touchpointId, customerId } = asked
  if (to === 'touchpoint_owner') return query(client, 'touchpoint', ownsTouchpoint, [organizationId, touchpointId])
  if (to.startsWith('member:')) return query(client, 'member', 'u.email = $2', [organizationId, to.slice(7).toLowerCase()])
  if (to.startsWith('team:')) return query(client, 'team', inTeam('t.key = $2'), [organizationId, to.slice(5)])
  if (to.startsWith('role:')) return query(client, 'role', 'm.role = $2', [organizationId, to.slice(5)])
  if (to === 'account_owner')
    return query(
      client,
      'account',
      `u.email = (select lower(trim(c.attributes ->> coalesce(o.alert_policy ->> 'accountOwner', 'owner')))
         from customers c where c.organization_id = m.organization_id and c.id = $2)`,
      [organizationId, customerId],
    )
  return Promise.resolve([])
}

/** Those whose a case is: a member, or a team's. */
export const findCaseOwners = (
  client: PoolClient,
  organizationId: string,
  { ownerMemberId, ownerTeamId }: { ownerMemberId: string | null; ownerTeamId: string | null },
): Promise<Found[]> =>
  query(
    client,
    'case',
    `m.id = $2 or m.id = any (array(select tm.member_id from team_members tm where tm.organization_id = $1 and tm.team_id = $3))`,
    [organizationId, ownerMemberId, ownerTeamId],
  )

/** The members of a team, by its id. */
export const findTeamMembers = (client: PoolClient, organizationId: string, teamId: string): Promise<Found[]> =>
  query(client, 'team-by-id', inTeam('t.id = $2'), [organizationId, teamId])

/** One member, whether they are away or not. */
export const findMember = async (client: PoolClient, organizationId: string, memberId: string): Promise<Found | undefined> =>
  (await query(client, 'member-by-id', 'm.id = $2', [organizationId, memberId], 'm.id'))[0]

/** Who is told when nobody else can be: an alert must reach somebody. Administrators who are away too, where all of them are. */
export const findAdministrators = async (client: PoolClient, organizationId: string): Promise<Found[]> => {
  const there = await query(client, 'administrators', `m.role = 'admin'`, [organizationId])
  return there.length > 0 ? there : query(client, 'anybody', `m.role = 'admin'`, [organizationId], 'm.id')
}
