'use server'

import { getLocale } from 'next-intl/server'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { getRuleChoices } from '@/pipeline/design/get-rule-choices'
import type { FieldChoice } from '../_conditions/field-choice'
import { filterFields } from './filter-fields'

/** What can be filtered by, when somebody begins to; null for nobody who may. */
export const readFilterFields = async (): Promise<FieldChoice[] | null> => {
  const member = await currentMember()
  if (!member || !can(member.role, 'responses.read')) return null
  return filterFields(await getRuleChoices(member.organizationId), await getLocale())
}
