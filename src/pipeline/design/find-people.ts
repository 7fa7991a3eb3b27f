import type { Localized } from '@/domain/localized'
import { listMembers, type MemberRow } from '@/store/member/list-members'
import { listOwnerOptions, type OwnerOption } from '@/store/member/list-owner-options'
import { listTeams, type TeamRow } from '@/store/member/list-teams'

export type People = { members: MemberRow[]; teams: TeamRow[]; owners: OwnerOption[] }

/** Members, teams, and to whom things can be handed over. */
export const findPeople = async (organizationId: string): Promise<People> => {
  const [members, teams, owners] = await Promise.all([
    listMembers(organizationId),
    listTeams(organizationId),
    listOwnerOptions(organizationId),
  ])
  return { members, teams, owners }
}

/** The languages in which names are wanted: the given one, and those of the names there are. */
export const localesOfNames = (own: string, names: readonly Localized[]): string[] => [
  ...new Set([own, ...names.flatMap((name) => (typeof name === 'string' ? [] : Object.keys(name)))]),
]

export type { MemberRow } from '@/store/member/list-members'
export type { OwnerOption } from '@/store/member/list-owner-options'
export type { TeamRow } from '@/store/member/list-teams'
