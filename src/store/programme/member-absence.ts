import type { Away } from '@/domain/organization/schema'
import { Refused, type Scope } from './transaction'

type Absence = { awayFrom: Date | null; awayUntil: Date | null; deputyMemberId: string | null }

/** An absence as it is written; undefined where there is none. One that is over is kept, and means nothing any more. */
const awayOf = ({ awayFrom, awayUntil }: Omit<Absence, 'deputyMemberId'>, deputy: string | undefined): Away | undefined =>
  awayFrom && awayUntil
    ? { from: awayFrom.toISOString(), until: awayUntil.toISOString(), ...(deputy === undefined ? {} : { deputy }) }
    : undefined

/** By address; undefined where there is no such active member, or no absence. */
export const findAway = async ({ db, organizationId }: Scope, email: string): Promise<Away | undefined> => {
  const member = await db.member.findFirst({
    where: { organizationId, isActive: true, user: { email } },
    include: { deputy: { include: { user: true } } },
  })
  return member ? awayOf(member, member.deputy?.user.email) : undefined
}

export const readAway = async ({ db, organizationId }: Scope, member: Absence): Promise<Away | undefined> => {
  const deputy = member.deputyMemberId
    ? await db.member.findFirst({ where: { organizationId, id: member.deputyMemberId }, include: { user: true } })
    : null
  return awayOf(member, deputy?.user.email)
}

/** The columns of an absence. Refuses a deputy who isn't an active member, or who is the member themselves. */
export const toAbsence = async ({ db, organizationId }: Scope, email: string, away: Away | null): Promise<Absence> => {
  if (!away) return { awayFrom: null, awayUntil: null, deputyMemberId: null }
  const { deputy } = away
  const refuse = (message: string) => new Refused([{ path: `members["${email}"].away.deputy`, message }])
  if (deputy === email) throw refuse('must be somebody else')
  const found =
    deputy === undefined
      ? null
      : await db.member.findFirst({ where: { organizationId, isActive: true, user: { email: deputy } } })
  if (deputy !== undefined && !found) throw refuse(`there is no active member "${deputy}"`)
  return { awayFrom: new Date(away.from), awayUntil: new Date(away.until), deputyMemberId: found?.id ?? null }
}
