'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import type { ViewEditor } from '@/domain/analysis/saved-view'
import { type Failure, isFailure } from '@/domain/errors'
import { changeView, removeView, restoreView } from '@/pipeline/analyze/change-view'
import { saveView } from '@/pipeline/analyze/save-view'

export type ViewProblem = { problem: 'signed_out' | 'not_found' | 'too_many' | 'refused' }
type Answer = { id: string } | ViewProblem

const asMember = async (work: (editor: ViewEditor) => Promise<{ id: string } | Failure>): Promise<Answer> => {
  const member = await currentMember()
  if (!member || !can(member.role, 'responses.read')) return { problem: 'signed_out' }
  const { organizationId, memberId, role } = member
  const done = await work({ organizationId, memberId, mayTidy: can(role, 'programme.write') })
  if (isFailure(done)) return { problem: done.error === 'not_found' || done.error === 'too_many' ? done.error : 'refused' }
  revalidatePath('/', 'layout')
  return done
}

/** Keeps a segment or a view; the use case checks what it is given. */
export const keepView = async (input: unknown): Promise<Answer> => asMember((editor) => saveView(editor, input))

const changeSchema = z.object({ id: z.string(), change: z.unknown() })

export const changeKept = async (input: unknown): Promise<Answer> => {
  const given = changeSchema.safeParse(input)
  if (!given.success) return { problem: 'refused' }
  return asMember((editor) => changeView(editor, given.data.id, given.data.change))
}

export const removeKept = async (id: unknown): Promise<Answer> =>
  typeof id === 'string' ? asMember((editor) => removeView(editor, id)) : { problem: 'not_found' }

export const restoreKept = async (id: unknown): Promise<Answer> =>
  typeof id === 'string' ? asMember((editor) => restoreView(editor, id)) : { problem: 'not_found' }
