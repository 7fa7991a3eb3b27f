'use server'

import { getLocale } from 'next-intl/server'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { isFailure } from '@/domain/errors'
import { localize } from '@/domain/localized'
import { listCustomers, searchWords } from '@/pipeline/analyze/find-customers'
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

const mostCustomers = 5

/** The customers whose name, email or external id has every word that was typed, those who were heard of last first. */
export const findCustomerCommands = async (typed: string): Promise<Command[]> => {
  const member = await currentMember()
  if (!member || !can(member.role, 'customers.read')) return []
  const text = searchWords(typed.slice(0, 200)).join(' ')
  if (text.length < 2) return []
  const found = await listCustomers({ organizationId: member.organizationId, text, limit: mostCustomers, order: 'active' })
  if (isFailure(found)) return []
  return found.items.map(
    ({ id, name, externalId }): Command => ({
      id: `customer-${id}`,
      group: 'customers',
      href: `/customers/${id}`,
      label: [name, externalId].filter(Boolean).join(' · '),
    }),
  )
}
