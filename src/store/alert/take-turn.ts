import type { PoolClient } from 'pg'
import { hot } from '../connection'
import { type Person, personColumns, runningCases } from './person'

/** A team whose alerts find one of its members. */
export type TurningTeam = { id: string; key: string; routing: 'turns' | 'least_loaded' }

/** Of some teams, by key or id, those that don't tell everyone; in the order in which they are to be locked. */
export const findTurningTeams = async (
  client: PoolClient,
  organizationId: string,
  keys: readonly string[],
  ids: readonly string[],
): Promise<TurningTeam[]> => {
  if (keys.length + ids.length === 0) return []
  const { rows } = await hot<TurningTeam>(
    client,
    'turn.teams',
    `select id, key, routing from teams
      where organization_id = $1 and routing <> 'everyone' and (key = any($2) or id = any($3::uuid[])) order by id`,
    [organizationId, keys, ids],
  )
  return rows
}

/** Whoever else wants a turn of the team waits for this transaction: the next is only known when the last is. */
export const lockTurns = async (client: PoolClient, teamId: string): Promise<void> => {
  await hot(client, 'turn.lock', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`turn/${teamId}`])
}

/**
 * Whose turn it is of some members of a team that is locked: who had none for longest; where the team goes by load, who has the
 * fewest running cases, and of these who had no turn for longest. Notes the turn.
 */
export const takeTurn = async (
  client: PoolClient,
  organizationId: string,
  { id, routing }: TurningTeam,
  memberIds: readonly string[],
): Promise<string | undefined> => {
  const { rows } = await hot<{ member_id: string }>(
    client,
    'turn.take',
    `insert into team_turns (organization_id, team_id, member_id, at)
     select $1, $2, one.id, clock_timestamp() from unnest($3::uuid[]) as one (id)
       left join team_turns t on t.organization_id = $1 and t.team_id = $2 and t.member_id = one.id
      order by case when $4 then ${runningCases('one.id')} end, t.at nulls first, one.id limit 1
     on conflict (organization_id, team_id, member_id) do update set at = excluded.at returning member_id`,
    [organizationId, id, memberIds, routing === 'least_loaded'],
  )
  return rows[0]?.member_id
}

/** Those who share a team with a member and aren't away, the fewest running cases first; fifty at most. */
export const findTeammates = async (client: PoolClient, organizationId: string, memberId: string): Promise<Person[]> => {
  const { rows } = await hot<Person>(
    client,
    'turn.teammates',
    `select ${personColumns} from (
       select distinct b.member_id from team_members a
         join team_members b on b.organization_id = a.organization_id and b.team_id = a.team_id and b.member_id <> a.member_id
        where a.organization_id = $1 and a.member_id = $2) as mate
       join members p on p.organization_id = $1 and p.id = mate.member_id and p.is_active
       join users pu on pu.id = p.user_id join organizations o on o.id = $1
      where present_member($1, p.id) = p.id order by ${runningCases('p.id')}, pu.email limit 50`,
    [organizationId, memberId],
  )
  return rows
}
