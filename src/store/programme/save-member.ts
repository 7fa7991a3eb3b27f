import { v7 as uuidV7 } from 'uuid'
import type { MemberInput } from '@/domain/organization/schema'
import { isSame } from '@/domain/same-json'
import { prisma } from '../connection'
import { Prisma } from '../generated/client'
import { readAway, toAbsence } from './member-absence'
import { recordChange } from './record-change'
import { type Change, json, Refused, type Scope } from './transaction'

/** A password that was hashed before the transaction; `isSame` when the member has it already. */
export type HashedPassword = { hash: string; isSame: boolean }

/** What they have of their own, instead of the organization's. */
type Own = Pick<MemberInput, 'workingHours' | 'timeZone' | 'alertsPerDay'>

/** Of it what isn't the organization's. */
const toOwn = ({ workingHours, timeZone, alertsPerDay }: Own): Own => ({
  ...(workingHours ? { workingHours } : {}),
  ...(timeZone ? { timeZone } : {}),
  ...(alertsPerDay ? { alertsPerDay } : {}),
})

type Stored = { workingHours: Prisma.JsonValue; timeZone: string | null; alertsPerDay: number | null }

const storedOwn = ({ workingHours, timeZone, alertsPerDay }: Stored): Own =>
  toOwn({ workingHours: workingHours as Own['workingHours'], timeZone, alertsPerDay })

const toColumns = ({ workingHours, timeZone, alertsPerDay }: Own) => ({
  ...(workingHours === undefined ? {} : { workingHours: workingHours === null ? Prisma.DbNull : json(workingHours) }),
  ...(timeZone === undefined ? {} : { timeZone }),
  ...(alertsPerDay === undefined ? {} : { alertsPerDay }),
})

/**
 * Makes a person a member, or changes their name and role. A password is set only for people who belong to this
 * organization alone: one organization's administrator must not take over an account that another one trusts.
 */
export const saveMember = async (
  scope: Scope,
  email: string,
  { name, role, away, workingHours, timeZone, alertsPerDay }: MemberInput,
  password: HashedPassword | undefined,
): Promise<Change> => {
  const { db, organizationId } = scope
  const user = await db.user.upsert({ where: { email }, create: { id: uuidV7(), email }, update: {}, include: { members: true } })
  const member = user.members.find((one) => one.organizationId === organizationId)
  // Before it is compared with the one they have: the answer must not tell a right guess from a wrong one.
  if (password && user.members.some((one) => one.organizationId !== organizationId))
    throw new Refused([
      { path: `members["${email}"].password`, message: 'a password can’t be set for this person here; leave it out' },
    ])
  const newPassword = password && !password.isSame ? password.hash : undefined
  if (newPassword) {
    await db.user.update({ where: { id: user.id }, data: { passwordHash: newPassword, sessionVersion: { increment: 1 } } })
  }
  const absence = away === undefined ? {} : await toAbsence(scope, email, away)
  const given: Own = {
    ...(workingHours === undefined ? {} : { workingHours }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(alertsPerDay === undefined ? {} : { alertsPerDay }),
  }
  if (!member) {
    await db.member.create({
      data: { organizationId, id: uuidV7(), userId: user.id, name, role, ...absence, ...toColumns(given) },
    })
    return recordChange(scope, {
      kind: 'members',
      key: email,
      before: undefined,
      after: { name, role, ...toOwn(given), ...(away ? { away } : {}) },
    })
  }
  const awayBefore = away === undefined ? undefined : await readAway(scope, member)
  const isAwayAsBefore = away === undefined || isSame(awayBefore ?? null, away)
  const ownBefore = storedOwn(member)
  const own = toOwn({ ...ownBefore, ...given })
  if (member.name === name && member.role === role && member.isActive && isAwayAsBefore && isSame(ownBefore, own))
    return newPassword ? 'changed' : 'unchanged'
  await db.member.update({
    where: { organizationId_id: { organizationId, id: member.id } },
    data: { name, role, isActive: true, ...absence, ...toColumns(given) },
  })
  const before = {
    ...{ name: member.name, role: member.role, ...ownBefore },
    ...(member.isActive ? {} : { isActive: false }),
    ...(awayBefore && !isAwayAsBefore ? { away: awayBefore } : {}),
  }
  const after = { name, role, ...own, ...(away && !isAwayAsBefore ? { away } : {}) }
  return recordChange(scope, { kind: 'members', key: email, before, after })
}

/** The hash of a member's password, to tell whether a given one is new; null where there is none. */
export const readPasswordHash = async (email: string): Promise<string | null> =>
  (await prisma().user.findUnique({ where: { email }, select: { passwordHash: true } }))?.passwordHash ?? null

type StoredMember = Omit<MemberInput, 'password' | 'away'>

export const readMembers = async ({ db, organizationId }: Scope): Promise<Record<string, StoredMember>> => {
  const members = await db.member.findMany({
    where: { organizationId, isActive: true },
    include: { user: true },
    orderBy: { createdAt: 'asc' },
  })
  return Object.fromEntries(
    members.map((member) => [
      member.user.email,
      { name: member.name, role: member.role as MemberInput['role'], ...storedOwn(member) },
    ]),
  )
}
