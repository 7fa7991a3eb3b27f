import { v7 as uuidV7 } from 'uuid'
import type { TeamInput } from '@/domain/organization/schema'
import { isSame } from '@/domain/same-json'
import { recordChange } from './record-change'
import { type Change, json, Refused, type Scope } from './transaction'

/** As it is kept, compared and told: what everybody does is left out. */
const toTeam = ({ name, routing = 'everyone' }: Pick<TeamInput, 'name' | 'routing'>, members: readonly string[]): TeamInput => ({
  name,
  members: [...new Set(members)].sort(),
  ...(routing === 'everyone' ? {} : { routing }),
})

export const readTeams = async ({ db, organizationId }: Scope, key?: string): Promise<Record<string, TeamInput>> => {
  const teams = await db.team.findMany({
    where: { organizationId, ...(key === undefined ? {} : { key }) },
    include: { members: { include: { member: { include: { user: true } } } } },
    orderBy: { createdAt: 'asc' },
  })
  return Object.fromEntries(
    teams.map((team) => [
      team.key,
      toTeam(
        { name: team.name as TeamInput['name'], routing: team.routing as TeamInput['routing'] },
        team.members.map(({ member }) => member.user.email),
      ),
    ]),
  )
}

const findMembers = async ({ db, organizationId }: Scope, key: string, emails: readonly string[]): Promise<string[]> => {
  const members = await db.member.findMany({
    where: { organizationId, isActive: true, user: { email: { in: [...emails] } } },
    include: { user: true },
  })
  const missing = emails.filter((email) => !members.some(({ user }) => user.email === email))
  if (missing.length > 0)
    throw new Refused(
      missing.map((email) => ({
        path: `teams.${key}.members`,
        message: `there is no active member "${email}"; add them to members first`,
      })),
    )
  return members.map(({ id }) => id)
}

export const saveTeam = async (scope: Scope, key: string, input: TeamInput): Promise<Change> => {
  const { db, organizationId } = scope
  const team = toTeam(input, input.members)
  const before = (await readTeams(scope, key))[key]
  if (before && isSame(before, team)) return 'unchanged'
  const memberIds = await findMembers(scope, key, team.members)
  const { routing = 'everyone' } = team
  const { id } = await db.team.upsert({
    where: { organizationId_key: { organizationId, key } },
    create: { organizationId, id: uuidV7(), key, name: json(team.name), routing },
    update: { name: json(team.name), routing },
  })
  await db.teamMember.deleteMany({ where: { organizationId, teamId: id, memberId: { notIn: memberIds } } })
  await db.teamMember.createMany({
    data: memberIds.map((memberId) => ({ organizationId, teamId: id, memberId })),
    skipDuplicates: true,
  })
  return recordChange(scope, { kind: 'teams', key, before, after: team })
}
