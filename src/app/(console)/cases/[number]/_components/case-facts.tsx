import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { Moment } from '@/components/ui/moment'
import { localize } from '@/domain/localized'
import type { CaseScreen } from '@/pipeline/act/get-case-screen'
import { moneyOf } from './case-timeline'
import { eventEntry } from './timeline-entry'

/** What was spent on a case, a sum for each currency. */
const spentOn = ({ events }: CaseScreen): { cents: number; currency: string }[] => {
  const sums = new Map<string, number>()
  for (const event of events) {
    const { amount } = eventEntry(event)
    if (amount) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.cents)
  }
  return [...sums].map(([currency, cents]) => ({ currency, cents }))
}

export const CaseFacts = ({ one, locale }: { one: CaseScreen; locale: string }) => {
  const t = useTranslations('case')
  const { owner, rootCause } = one
  return (
    <Card title={t('facts')}>
      <Facts
        facts={[
          { name: t('owner'), value: owner ? localize(owner.name, locale) : t('noOwner') },
          { name: t('touchpoint'), value: localize(one.touchpointName, locale) },
          { name: t('opened'), value: <Moment at={one.openedAt} /> },
          { name: t('due'), value: one.dueAt ? <Moment at={one.dueAt} /> : null },
          { name: t('acknowledged'), value: one.acknowledgedAt ? <Moment at={one.acknowledgedAt} /> : null },
          { name: t('resolved'), value: one.resolvedAt ? <Moment at={one.resolvedAt} /> : null },
          {
            name: t('rootCause'),
            value: rootCause && localize(one.options.rootCauses[rootCause]?.name ?? rootCause, locale),
          },
          {
            name: t('spent'),
            value: spentOn(one)
              .map((sum) => moneyOf(sum, locale))
              .join(' + '),
          },
          { name: t('outcome'), value: one.isFixed === null ? null : t(one.isFixed ? 'fixed' : 'notFixed') },
        ]}
      />
    </Card>
  )
}
