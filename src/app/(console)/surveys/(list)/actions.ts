'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { isFailure } from '@/domain/errors'
import { keySchema } from '@/domain/schemas'
import { createSurvey } from '@/pipeline/design/create-survey'

export type CreateProblem = 'signed_out' | 'not_allowed' | 'refused'

const fields = z.object({ title: z.string().trim().min(1).max(200), touchpoint: keySchema })

/** Makes an empty survey and opens its editor. Its first language is the one that its maker reads. */
export const create = async (_before: CreateProblem | null, form: FormData): Promise<CreateProblem> => {
  const given = fields.safeParse(Object.fromEntries(form))
  if (!given.success) return 'refused'
  const member = await currentMember()
  if (!member) return 'signed_out'
  if (!can(member.role, 'programme.write')) return 'not_allowed'
  const made = await createSurvey(member.organizationId, { ...given.data, locale: await getLocale() }, member.email)
  if (isFailure(made)) return 'refused'
  redirect(`/surveys/${made.key}/edit`)
}
