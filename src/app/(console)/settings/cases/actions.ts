'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { can, type Permission } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { caseOptionKinds } from '@/domain/case/options'
import { type Failure, isFailure } from '@/domain/errors'
import { putObject } from '@/pipeline/design/put-object'
import { putPolicy } from '@/pipeline/design/put-settings'
import { removeObject } from '@/pipeline/design/remove-object'

/** `detail` is in English, as the machine door says it. */
export type OptionProblem = { problem: 'signed_out' | 'not_allowed' | 'gone' | 'refused'; detail?: string }
export type OptionResult = { done: true } | OptionProblem

const kindSchema = z.enum(caseOptionKinds)
const keySchema = z.string().max(64)

type Writer = { organizationId: string; email: string }

const asWriter = async (permission: Permission, work: (member: Writer) => Promise<object | Failure>): Promise<OptionResult> => {
  const member = await currentMember()
  if (!member) return { problem: 'signed_out' }
  if (!can(member.role, permission)) return { problem: 'not_allowed' }
  const result = await work(member)
  if (!isFailure(result)) {
    revalidatePath('/settings/cases')
    return { done: true }
  }
  const detail = result.errors?.map(({ message }) => message).join('; ') ?? result.detail
  return { problem: result.error === 'not_found' ? 'gone' : 'refused', ...(detail ? { detail } : {}) }
}

export const saveOption = async (kind: string, key: string, option: unknown): Promise<OptionResult> =>
  asWriter('programme.write', ({ organizationId, email }) =>
    putObject(organizationId, kindSchema.parse(kind), keySchema.parse(key), option, email),
  )

export const removeOption = async (kind: string, key: string): Promise<OptionResult> =>
  asWriter('programme.write', ({ organizationId, email }) =>
    removeObject(organizationId, kindSchema.parse(kind), keySchema.parse(key), email),
  )

/** The use case checks what it is given. */
export const savePolicy = async (policy: unknown): Promise<OptionResult> =>
  asWriter('settings.write', ({ organizationId, email }) => putPolicy(organizationId, { cases: policy }, email))
