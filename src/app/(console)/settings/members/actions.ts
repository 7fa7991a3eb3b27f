'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { type Failure, isFailure } from '@/domain/errors'
import {
  getInviteLink,
  inviteMember as invite,
  inviteMemberAgain,
  withdrawInvite as withdraw,
} from '@/pipeline/design/invite-member'
import { putObject } from '@/pipeline/design/put-object'
import { removeObject } from '@/pipeline/design/remove-object'
import { setAbsence } from '@/pipeline/design/set-absence'
import { deactivateMember, handOver as give, reactivateMember } from '@/pipeline/design/switch-member'

/** `detail` is in English, as the machine door says it. */
export type MemberProblem = { problem: 'signed_out' | 'not_allowed' | 'gone' | 'refused'; detail?: string }
export type MemberResult = { done: true; url?: string; touchpoints?: number; cases?: number } | MemberProblem

const toProblem = ({ error, detail, errors }: Failure): MemberProblem => {
  const said = errors?.map(({ message }) => message).join('; ') ?? detail
  return { problem: error === 'not_found' ? 'gone' : 'refused', ...(said ? { detail: said } : {}) }
}

type Administrator = { organizationId: string; email: string }

const asAdministrator = async (
  work: (member: Administrator) => Promise<{ url?: string; touchpoints?: string[]; caseIds?: string[] } | object | Failure>,
): Promise<MemberResult> => {
  const member = await currentMember()
  if (!member) return { problem: 'signed_out' }
  if (!can(member.role, 'members.write')) return { problem: 'not_allowed' }
  const result = await work(member)
  revalidatePath('/', 'layout')
  if (isFailure(result)) return toProblem(result)
  return {
    done: true,
    ...('url' in result && result.url ? { url: result.url } : {}),
    ...('caseIds' in result && result.caseIds
      ? { cases: result.caseIds.length, touchpoints: result.touchpoints?.length ?? 0 }
      : {}),
  }
}

const id = z.uuid()
const text = z.string().max(300)

export const inviteMember = async (input: { email: string; role: string; locale: string; name: string }): Promise<MemberResult> =>
  asAdministrator(({ organizationId, email }) => invite(organizationId, input, email))

export const inviteAgain = async (memberId: string): Promise<MemberResult> =>
  asAdministrator(({ organizationId, email }) => inviteMemberAgain(organizationId, id.parse(memberId), email))

export const withdrawInvite = async (memberId: string): Promise<MemberResult> =>
  asAdministrator(({ organizationId, email }) => withdraw(organizationId, id.parse(memberId), email))

export const readInviteLink = async (memberId: string): Promise<MemberResult> =>
  asAdministrator(({ organizationId }) => getInviteLink(organizationId, id.parse(memberId), new Date()))

export const saveMember = async (
  email: string,
  { name, role, alertsPerDay }: { name: string; role: string; alertsPerDay: number | null },
): Promise<MemberResult> =>
  asAdministrator((member) =>
    putObject(member.organizationId, 'members', text.parse(email), { name, role, alertsPerDay }, member.email),
  )

/** `hours` as the members' schema has them, which checks them. */
export const saveHours = async (
  { email, name, role }: { email: string; name: string; role: string },
  { workingHours, timeZone }: { workingHours: unknown; timeZone: string | null },
): Promise<MemberResult> =>
  asAdministrator((member) =>
    putObject(member.organizationId, 'members', text.parse(email), { name, role, workingHours, timeZone }, member.email),
  )

const absence = z.object({ from: text, to: text, deputy: text })

/** Days as people say them, both of them away; null where they are back. */
export const saveAbsence = async (
  memberId: string,
  away: { from: string; to: string; deputy: string } | null,
): Promise<MemberResult> =>
  asAdministrator(({ organizationId, email }) =>
    setAbsence(organizationId, id.parse(memberId), away ? absence.parse(away) : undefined, email),
  )

export const switchOff = async (memberId: string, to: string): Promise<MemberResult> =>
  asAdministrator(({ organizationId, email }) =>
    deactivateMember(organizationId, id.parse(memberId), text.parse(to) || undefined, email),
  )

export const switchOn = async (memberId: string): Promise<MemberResult> =>
  asAdministrator(({ organizationId, email }) => reactivateMember(organizationId, id.parse(memberId), email))

export const handOver = async (memberId: string, to: string): Promise<MemberResult> =>
  asAdministrator(({ organizationId, email }) => give(organizationId, id.parse(memberId), text.parse(to), email))

export const saveTeam = async (key: string, team: { name: unknown; members: string[]; routing: string }): Promise<MemberResult> =>
  asAdministrator(({ organizationId, email }) => putObject(organizationId, 'teams', text.parse(key), team, email))

export const removeTeam = async (key: string): Promise<MemberResult> =>
  asAdministrator(({ organizationId, email }) => removeObject(organizationId, 'teams', text.parse(key), email))
