'use server'

import { getLocale } from 'next-intl/server'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { localize } from '@/domain/localized'
import { getFilterOptions } from '@/pipeline/analyze/get-filter-options'
import type { Command } from './match'

/** The surveys and touchpoints that can be gone to, by name. Read when the palette opens. */
export const readCommands = async (): Promise<Command[]> => {
  const member = await currentMember()
  if (!member || !can(member.role, 'programme.read')) return []
  const [locale, { surveys, touchpoints }] = await Promise.all([getLocale(), getFilterOptions(member.organizationId)])
  return [
    ...surveys.map(
      ({ key, title }): Command => ({
        id: `survey-${key}`,
        group: 'surveys',
        href: `/surveys/${key}`,
        label: localize(title, locale),
      }),
    ),
    ...touchpoints.map(
      ({ key, name }): Command => ({
        id: `touchpoint-${key}`,
        group: 'touchpoints',
        href: `/responses?touchpoint=${key}`,
        label: localize(name, locale),
      }),
    ),
  ]
}
