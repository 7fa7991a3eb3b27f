'use client'

import { MultiSelect } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import type { Rule } from '@/domain/alert/rule'
import { localize } from '@/domain/localized'
import type { OwnerOption } from '@/pipeline/design/get-rule-choices'

type RecipientListProps = {
  notify: Rule['notify']
  onChange: (notify: Rule['notify']) => void
  recipients: readonly OwnerOption[]
}

/** Whom a rule's mail goes to. */
export const RecipientList = ({ notify, onChange, recipients }: RecipientListProps) => {
  const t = useTranslations('ruleEditor')
  const rules = useTranslations('rules')
  const locale = useLocale()
  const named = (isTeam: boolean) =>
    recipients
      .filter((one) => one.isTeam === isTeam)
      .map(({ value, name }) => ({ value: `${isTeam ? 'team' : 'member'}:${value}`, label: localize(name, locale) }))
  const groups = [
    {
      group: t('byPlace'),
      items: (['touchpoint_owner', 'account_owner'] as const).map((value) => ({
        value,
        label: rules(`to.${value}`, { who: '' }),
      })),
    },
    { group: t('members'), items: named(false) },
    { group: t('teams'), items: named(true) },
  ]
  const known = new Set(groups.flatMap(({ items }) => items.map(({ value }) => value)))
  const strayed = notify.filter(({ to }) => !known.has(to)).map(({ to }) => ({ value: to, label: to }))
  return (
    <MultiSelect
      label={t('mailTo')}
      placeholder={notify.length === 0 ? t('mailNobody') : ''}
      data={[...groups.filter(({ items }) => items.length > 0), ...(strayed.length > 0 ? [{ group: '', items: strayed }] : [])]}
      value={notify.map(({ to }) => to)}
      onChange={(list) => onChange(list.map((to) => ({ to, by: 'email' })))}
      searchable
      maxValues={20}
    />
  )
}
