'use server'

import { revalidatePath } from 'next/cache'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { isFailure } from '@/domain/errors'
import { cancelRebuild, requestRebuild } from '@/pipeline/operate/rebuild-rollups'

export type RecountAnswer = { problem: 'signed_out' | 'not_allowed' | 'conflict' } | { isDone: true }

const findAdministrator = async () => {
  const member = await currentMember()
  if (!member) return 'signed_out' as const
  return can(member.role, 'rollups.rebuild') ? member : ('not_allowed' as const)
}

/** Has all rollups of the organization counted again. */
export const startRecount = async (): Promise<RecountAnswer> => {
  const member = await findAdministrator()
  if (typeof member === 'string') return { problem: member }
  const asked = await requestRebuild({ organizationId: member.organizationId, by: member.email })
  if (isFailure(asked)) return { problem: 'conflict' }
  revalidatePath('/status')
  return { isDone: true }
}

/** Ends the recount under way; what it mended stays so. */
export const stopRecount = async (): Promise<RecountAnswer> => {
  const member = await findAdministrator()
  if (typeof member === 'string') return { problem: member }
  await cancelRebuild(member.organizationId)
  revalidatePath('/status')
  return { isDone: true }
}
