import { addDays, isDay, startOfDay } from '@/domain/analysis/calendar'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { listMembers } from '@/store/member/list-members'
import { getOrganizationDetail } from '@/store/organization/get-organization-detail'
import { putObject } from './put-object'

/** Days of the organization's time zone, both of them away; the deputy by address. */
export type Absence = { from: string; to: string; deputy?: string | undefined }

/** Says when a member isn't there, and who gets meanwhile what they would get; without an absence they are back. */
export const setAbsence = async (
  organizationId: string,
  memberId: string,
  absence: Absence | undefined,
  by: string,
): Promise<{ done: true } | Failure> => {
  const [members, { timeZone }] = await Promise.all([listMembers(organizationId), getOrganizationDetail(organizationId)])
  const member = members.find(({ id, isActive }) => id === memberId && isActive)
  if (!member) return fail('not_found', 'There is no such member.')
  if (absence && !(isDay(absence.from) && isDay(absence.to))) return fail('invalid', 'The days must be days such as 2026-05-01.')
  const away = absence && {
    from: startOfDay(absence.from, timeZone).toISOString(),
    until: startOfDay(addDays(absence.to, 1), timeZone).toISOString(),
    ...(absence.deputy ? { deputy: absence.deputy } : {}),
  }
  const { name, role, email } = member
  const put = await putObject(organizationId, 'members', email, { name, role, away: away ?? null }, by)
  return isFailure(put) ? put : { done: true }
}
