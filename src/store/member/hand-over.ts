import { announceCaseEvents } from '../delivery/announce'
import { readTouchpoints, saveTouchpoint } from '../programme/save-touchpoint'
import { Refused, type Scope } from '../programme/transaction'

/** `told`: deliveries to webhooks */
export type HandedOver = { touchpoints: string[]; caseIds: string[]; told: string[] }

const findOwner = async ({ db, organizationId }: Scope, owner: string) => {
  if (owner.includes('@')) {
    const member = await db.member.findFirst({
      where: { organizationId, isActive: true, user: { email: owner } },
      select: { id: true },
    })
    if (member) return { memberId: member.id, teamId: null }
  } else {
    const team = await db.team.findUnique({ where: { organizationId_key: { organizationId, key: owner } }, select: { id: true } })
    if (team) return { memberId: null, teamId: team.id }
  }
  throw new Refused([{ path: 'to', message: `there is no active member or team "${owner}"` }])
}

/**
 * Gives a member's touchpoints and open cases to another member or team, the cases with an `assign` event each, of which webhooks hear
 * as of any other. Done cases stay whose they were: they tell who did them. Undefined if there is no such member.
 */
export const handOver = async (scope: Required<Scope>, id: string, to: string): Promise<HandedOver | undefined> => {
  const { db, organizationId, by } = scope
  const member = await db.member.findUnique({ where: { organizationId_id: { organizationId, id } }, include: { user: true } })
  if (!member) return undefined
  const { email } = member.user
  if (to === email) throw new Refused([{ path: 'to', message: 'must be somebody else' }])
  const owner = await findOwner(scope, to)
  const owned = Object.entries(await readTouchpoints(scope)).filter(([, touchpoint]) => touchpoint.owner === email)
  for (const [key, touchpoint] of owned) await saveTouchpoint(scope, key, { ...touchpoint, owner: to })
  const events = await db.$queryRaw<{ caseId: string; sequence: number }[]>`
    with mine as (
      select id from cases
       where organization_id = ${organizationId}::uuid and owner_member_id = ${id}::uuid
         and status in ('open', 'acknowledged', 'in_progress', 'waiting')
       order by id for no key update),
    given as (
      update cases c set owner_member_id = ${owner.memberId}::uuid, owner_team_id = ${owner.teamId}::uuid, event_count = event_count + 1, updated_at = now()
        from mine where c.organization_id = ${organizationId}::uuid and c.id = mine.id returning c.id, c.event_count)
    insert into case_events (organization_id, case_id, sequence, type, at, by, data)
    select ${organizationId}::uuid, id, event_count, 'assign', clock_timestamp(), ${by}, jsonb_build_object('owner', ${to}::text) from given
    returning case_id as "caseId", sequence`
  const assigned = events.map((event) => ({ ...event, type: 'assign' }))
  const told = await announceCaseEvents(db, organizationId, assigned)
  return { touchpoints: owned.map(([key]) => key), caseIds: events.map(({ caseId }) => caseId), told }
}
