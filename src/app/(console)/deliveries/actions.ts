'use server'

import { revalidatePath } from 'next/cache'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { isUuid } from '@/domain/cursor'
import { type ClearedMarks, marksSchema } from '@/domain/delivery/clear-marks'
import { isFailure } from '@/domain/errors'
import { clearRefusedAddress, clearRefusedAddresses } from '@/pipeline/act/clear-refused'
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

export type ClearProblem = 'not_allowed' | 'gone'

/** Has mail sent to an address again that took none. */
export const clearRefused = async (_before: ClearProblem | null, form: FormData): Promise<ClearProblem | null> => {
  const address = form.get('address')
  const member = await currentMember()
  if (!member || !can(member.role, 'bounces.write')) return 'not_allowed'
  const result = await clearRefusedAddress(member.organizationId, typeof address === 'string' ? address : '')
  revalidatePath('/', 'layout')
  return isFailure(result) ? 'gone' : null
}

/** The same of many, after the question whether to; an address that was marked since isn't among them. */
export const clearMany = async (marks: unknown): Promise<ClearedMarks | { problem: 'not_allowed' | 'unclear' }> => {
  const parsed = marksSchema.safeParse(marks)
  if (!parsed.success) return { problem: 'unclear' }
  const member = await currentMember()
  if (!member || !can(member.role, 'bounces.write')) return { problem: 'not_allowed' }
  const cleared = await clearRefusedAddresses(member.organizationId, parsed.data)
  revalidatePath('/', 'layout')
  return cleared
}
