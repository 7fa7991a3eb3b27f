'use server'

import { revalidatePath } from 'next/cache'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { isFailure } from '@/domain/errors'
import { putPolicy } from '@/pipeline/design/put-settings'
import type { OptionResult } from '../cases/actions'

/** The use case checks what it is given. */
export const saveAlertPolicy = async (alerts: unknown): Promise<OptionResult> => {
  const member = await currentMember()
  if (!member) return { problem: 'signed_out' }
  if (!can(member.role, 'settings.write')) return { problem: 'not_allowed' }
  const result = await putPolicy(member.organizationId, { alerts }, member.email)
  if (isFailure(result)) {
    const detail = result.errors?.map(({ message }) => message).join('; ') ?? result.detail
    return { problem: 'refused', ...(detail ? { detail } : {}) }
  }
  revalidatePath('/', 'layout')
  return { done: true }
}
