'use server'

import { revalidatePath } from 'next/cache'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { isFailure } from '@/domain/errors'
import { type DeletionPreview, previewDeletion } from '@/pipeline/analyze/preview-deletion'
import { deleteResponse } from '@/pipeline/operate/delete-response'

export type DeletionProblem = { problem: 'signed_out' | 'not_allowed' | 'not_found' }

const findDeleter = async () => {
  const member = await currentMember()
  if (!member) return { problem: 'signed_out' } as const
  return can(member.role, 'responses.delete') ? member : ({ problem: 'not_allowed' } as const)
}

/** What deleting it would change, as the numbers stand now. */
export const foretellDeletion = async (id: unknown): Promise<DeletionPreview | DeletionProblem> => {
  const member = await findDeleter()
  if ('problem' in member) return member
  const preview = await previewDeletion(member, String(id), new Date())
  return isFailure(preview) ? { problem: 'not_found' } : preview
}

export const confirmDeletion = async (id: unknown): Promise<{ done: true } | DeletionProblem> => {
  const member = await findDeleter()
  if ('problem' in member) return member
  const deleted = await deleteResponse({ organizationId: member.organizationId, id: String(id), by: member.email })
  revalidatePath('/responses', 'layout')
  return isFailure(deleted) ? { problem: 'not_found' } : { done: true }
}
