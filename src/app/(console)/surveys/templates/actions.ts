'use server'

import { redirect } from 'next/navigation'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { isFailure } from '@/domain/errors'
import { makeFromTemplate } from '@/pipeline/design/templates'

export type TemplateProblem = 'signed_out' | 'not_allowed' | 'failed'

/** Makes a survey with its touchpoint and rule from a template, and goes there. The member becomes the touchpoint's owner. */
export const makeSurvey = async (_before: TemplateProblem | null, form: FormData): Promise<TemplateProblem> => {
  const member = await currentMember()
  if (!member) return 'signed_out'
  if (!can(member.role, 'programme.write')) return 'not_allowed'
  const made = await makeFromTemplate(member.organizationId, String(form.get('template')), member.email, member.email)
  if (isFailure(made)) return 'failed'
  redirect(`/surveys/${made.survey}`)
}
