'use server'

import { revalidatePath } from 'next/cache'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { isUuid } from '@/domain/cursor'
import { isFailure } from '@/domain/errors'
import { replayDelivery } from '@/pipeline/act/replay-delivery'

export type ReplayProblem = 'not_allowed' | 'not_replayable'

export const replay = async (_before: ReplayProblem | null, form: FormData): Promise<ReplayProblem | null> => {
  const id = form.get('id')
  if (typeof id !== 'string' || !isUuid(id)) return 'not_replayable'
  const member = await currentMember()
  if (!member || !can(member.role, 'deliveries.replay')) return 'not_allowed'
  const result = await replayDelivery(member.organizationId, id)
  revalidatePath('/deliveries', 'layout')
  return isFailure(result) ? 'not_replayable' : null
}
