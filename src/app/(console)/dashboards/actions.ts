'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { can, mayContact } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import type { ViewEditor } from '@/domain/analysis/saved-view'
import { asksForContact } from '@/domain/condition/asks-for-contact'
import { type Failure, type Issue, isFailure } from '@/domain/errors'
import { createDashboard, duplicateDashboard } from '@/pipeline/analyze/create-dashboard'
import { removeDashboard, restoreDashboard } from '@/pipeline/analyze/remove-dashboard'
import { saveDashboard } from '@/pipeline/analyze/save-dashboard'
import { setRoleDashboard } from '@/pipeline/analyze/set-role-dashboard'

export type DashboardProblem = {
  problem: 'signed_out' | 'not_found' | 'too_many' | 'conflict' | 'forbidden' | 'refused'
  errors?: Issue[]
  /** of a conflict: what was saved meanwhile, and by whom */
  now?: { revision: number; changedBy: string | null; changedAt: Date }
}

const known = ['not_found', 'too_many', 'conflict', 'forbidden'] as const

const problemOf = (failure: Failure & Pick<DashboardProblem, 'now'>): DashboardProblem => ({
  problem: known.find((one) => one === failure.error) ?? 'refused',
  ...(failure.errors ? { errors: failure.errors } : {}),
  ...(failure.now ? { now: failure.now } : {}),
})

/** `composed`: what a member has put together, whose conditions must not try out what they aren't told. */
const asMember = async <T extends object>(
  work: (editor: ViewEditor) => Promise<T | Failure>,
  composed?: unknown,
): Promise<Exclude<T, Failure> | DashboardProblem> => {
  const member = await currentMember()
  if (!member || !can(member.role, 'analysis.read')) return { problem: 'signed_out' }
  const { organizationId, memberId, role } = member
  if (!mayContact(role) && asksForContact(composed)) return { problem: 'forbidden' }
  const done = await work({ organizationId, memberId, mayTidy: can(role, 'programme.write') })
  if (isFailure(done)) return problemOf(done)
  revalidatePath('/dashboards', 'layout')
  return done as Exclude<T, Failure>
}

export const createBoard = async (input: unknown) => asMember((editor) => createDashboard(editor, input), input)

const copySchema = z.object({ id: z.string(), name: z.unknown() })
export const duplicateBoard = async (input: unknown) => {
  const given = copySchema.safeParse(input)
  if (!given.success) return { problem: 'refused' } satisfies DashboardProblem
  return asMember((editor) => duplicateDashboard(editor, given.data.id, given.data.name))
}

const saveSchema = z.object({ id: z.string(), revision: z.unknown(), dashboard: z.unknown() })
export const saveBoard = async (input: unknown) => {
  const given = saveSchema.safeParse(input)
  if (!given.success) return { problem: 'refused' } satisfies DashboardProblem
  const { id, ...saved } = given.data
  return asMember((editor) => saveDashboard(editor, id, saved), saved)
}

export const removeBoard = async (id: unknown) => asMember((editor) => removeDashboard(editor, String(id)))

export const restoreBoard = async (id: unknown) => asMember((editor) => restoreDashboard(editor, String(id)))

/** For those who run the programme. */
export const setRoleBoard = async (input: unknown) =>
  asMember(async ({ organizationId, mayTidy }) =>
    mayTidy ? setRoleDashboard(organizationId, input) : { error: 'forbidden' as const },
  )
