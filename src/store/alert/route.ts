import type { PoolClient } from 'pg'
import { defaultAlertPolicy } from '@/domain/alert/policy'
import type { Rule } from '@/domain/alert/rule'
import { isAtWork, leavesAt } from '@/domain/alert/working-hours'
import type { Severity } from '@/domain/schemas'
import { hot } from '../connection'
import { type Found, findAdministrators, findMember, findRecipients, findTeamMembers } from './find-recipients'
import type { Person } from './person'
import type { Setting } from './read-setting'
import { findTeammates, findTurningTeams, lockTurns, type TurningTeam, takeTurn } from './take-turn'
import { inPlace, type Named } from './who-is-there'

/** `notBefore`: until when the message waits, unless it goes at once */
export type Told = Named & { notBefore: Date | undefined }

export type Owner = { ownerMemberId: string | null; ownerTeamId: string | null }

type About = { organizationId: string; touchpointId: string | null; customerId: string | null }

type Routing = {
  setting: Setting
  /** the rules that will be asked about */
  rules: readonly Pick<Rule, 'notify'>[]
  /** the case that the alerts belong to already */
  caseId: string | null
  /** as history is written: whoever it finds, it finds at work */
  isPast?: boolean
}

const teamKeys = (rules: Routing['rules']): string[] =>
  rules.flatMap(({ notify }) => notify.flatMap(({ to }) => (to.startsWith('team:') ? [to.slice(5)] : [])))

/** One message a person, whoever names them how often, at the earliest of the times. */
const once = (told: readonly Told[]): Told[] => {
  const found = new Map<string, Told>()
  for (const one of told) {
    const known = found.get(one.email)
    if (!known || (known.notBefore && (!one.notBefore || one.notBefore < known.notBefore))) found.set(one.email, one)
  }
  return [...found.values()]
}

/**
 * Whom what is raised about a response finds, within the transaction that raises it. A team that goes by turns or by load takes one
 * turn for all of it. Outside somebody's working hours, critical finds them at once, high finds a teammate who is at work, or them
 * where nobody is, and the rest waits for their hours.
 */
export const createRouter = async (client: PoolClient, about: About, { setting, rules, caseId, isPast = false }: Routing) => {
  const { organizationId, touchpointId, customerId } = about
  const { now, holidays } = setting
  const policy = setting.alertPolicy ?? defaultAlertPolicy
  const keys = [...teamKeys(rules), ...(policy.fallback.startsWith('team:') ? [policy.fallback.slice(5)] : [])]
  const teams = await findTurningTeams(client, organizationId, keys, setting.ownerTeamId ? [setting.ownerTeamId] : [])
  for (const { id } of teams) await lockTurns(client, id)
  const turns = new Map<string, Found[]>()
  const standIns = new Map<string, Person>()
  const isThere = (person: Person) => isPast || isAtWork(person, holidays, now)

  /** Who has the case already keeps what comes to it. */
  const caseOwner = async (): Promise<string | null> => {
    if (caseId === null) return null
    const text = 'select owner_member_id from cases where organization_id = $1 and id = $2'
    const { rows } = await hot<{ owner_member_id: string | null }>(client, 'route.case-owner', text, [organizationId, caseId])
    return rows[0]?.owner_member_id ?? null
  }

  const oneOf = async (team: TurningTeam): Promise<Found[]> => {
    const known = turns.get(team.id)
    if (known) return known
    const members = await findTeamMembers(client, organizationId, team.id)
    const own = members.filter(({ isSelf }) => isSelf)
    const there = own.length > 0 ? own : members
    const working = there.filter(isThere)
    const able = working.length > 0 ? working : there
    const owner = await caseOwner()
    const picked =
      able.find(({ memberId }) => memberId === owner)?.memberId ??
      (able.length > 0
        ? await takeTurn(
            client,
            organizationId,
            team,
            able.map(({ memberId }) => memberId),
          )
        : undefined)
    const found = able.filter(({ memberId }) => memberId === picked)
    turns.set(team.id, found)
    return found
  }

  const named = (to: string): Promise<Found[]> => {
    const team = teams.find(({ id, key }) => (to === 'touchpoint_owner' ? id === setting.ownerTeamId : to === `team:${key}`))
    return team ? oneOf(team) : findRecipients(client, { organizationId, to, touchpointId, customerId })
  }

  const standIn = async (person: Person): Promise<Person> => {
    const known = standIns.get(person.memberId)
    if (known) return known
    const found = (await findTeammates(client, organizationId, person.memberId)).find(isThere) ?? person
    standIns.set(person.memberId, found)
    return found
  }

  /** Of those whom one name means, who is told of something of this severity now. */
  const urgent = async (people: readonly Named[], severity: Severity): Promise<readonly Named[]> => {
    if (severity !== 'high') return people
    const working = people.filter(isThere)
    if (working.length > 0) return working
    const [alone] = people
    if (people.length !== 1 || !alone) return people
    const there = await standIn(alone)
    return there === alone ? people : [{ ...there, why: { kind: 'off_work', name: alone.name } }]
  }

  const fallback = async (): Promise<Named[]> => {
    const found = policy.fallback === 'role:admin' ? [] : await named(policy.fallback)
    const people = found.length > 0 ? found : await findAdministrators(client, organizationId)
    return people.map(({ insteadOf: _, ...person }) => ({ ...person, why: { kind: 'fallback' } }))
  }

  const inTime = (people: readonly Named[], rule: Pick<Rule, 'quiet' | 'severity'>): Told[] =>
    people.map((person) => ({ ...person, notBefore: isPast ? undefined : leavesAt(person, rule, holidays, now) }))

  return {
    /** Whom a rule tells by mail; `reaches` says whether a webhook or a chat is told of it all the same. Never nobody, but where it names nobody. */
    recipients: async (rule: Pick<Rule, 'notify' | 'quiet' | 'severity'>, reaches: boolean): Promise<Told[]> => {
      if (rule.notify.length === 0) return []
      const found: Named[] = []
      for (const { to } of rule.notify) found.push(...(await urgent((await named(to)).map(inPlace), rule.severity)))
      const people = found.length > 0 || reaches ? found : await urgent(await fallback(), rule.severity)
      return once(inTime(people, rule))
    },
    /** Whose a new case of this severity is. */
    owner: async (severity: Severity): Promise<Owner> => {
      const { ownerMemberId, ownerTeamId } = setting
      const team = teams.find(({ id }) => id === ownerTeamId)
      const [picked] = team ? await oneOf(team) : []
      const isUrgent = severity === 'high' && !isPast
      const alone = isUrgent && ownerMemberId !== null ? await findMember(client, organizationId, ownerMemberId) : undefined
      const owner = picked ?? alone
      if (!owner) return { ownerMemberId, ownerTeamId }
      const { memberId } = isUrgent && !isThere(owner) ? await standIn(owner) : owner
      return { ownerMemberId: memberId, ownerTeamId: null }
    },
  }
}

export type Router = Awaited<ReturnType<typeof createRouter>>
