'use client'

import { MultiSelect } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import type { Rule } from '@/domain/alert/rule'
import { localize } from '@/domain/localized'
import type { OwnerOption, TargetOption } from '@/pipeline/design/get-rule-choices'

type RecipientListProps = {
  notify: Rule['notify']
  onChange: (notify: Rule['notify']) => void
  recipients: readonly OwnerOption[]
  targets: readonly TargetOption[]
}

const wayOf = (to: string): Rule['notify'][number]['by'] =>
  to.startsWith('webhook:') ? 'webhook' : to.startsWith('chat:') ? 'chat' : 'email'

/** Whom a rule tells: people by mail, and webhooks and chats. */
export const RecipientList = ({ notify, onChange, recipients, targets }: RecipientListProps) => {
  const t = useTranslations('ruleEditor')
  const rules = useTranslations('rules')
  const locale = useLocale()
  const named = (isTeam: boolean) =>
    recipients
      .filter((one) => one.isTeam === isTeam)
      .map(({ value, name }) => ({ value: `${isTeam ? 'team' : 'member'}:${value}`, label: localize(name, locale) }))
  const reached = (channel: string) =>
    targets.filter(({ to }) => to.startsWith(channel)).map(({ to, name }) => ({ value: to, label: localize(name, locale) }))
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
    { group: t('webhooks'), items: reached('webhook:') },
    { group: t('chats'), items: reached('chat:') },
  ]
  const known = new Set(groups.flatMap(({ items }) => items.map(({ value }) => value)))
  const strayed = notify.filter(({ to }) => !known.has(to)).map(({ to }) => ({ value: to, label: to }))
  return (
    <MultiSelect
      label={t('mailTo')}
      description={targets.length === 0 ? t('tellSystems') : undefined}
      placeholder={notify.length === 0 ? t('mailNobody') : ''}
      data={[...groups.filter(({ items }) => items.length > 0), ...(strayed.length > 0 ? [{ group: '', items: strayed }] : [])]}
      value={notify.map(({ to }) => to)}
      onChange={(list) => onChange(list.map((to) => ({ to, by: wayOf(to) })))}
      searchable
      maxValues={20}
    />
  )
}
