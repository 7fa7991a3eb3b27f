import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { CaseStatusTag } from '@/components/ui/case-status'
import { Moment } from '@/components/ui/moment'
import { localize } from '@/domain/localized'
import type { RelatedCase } from '@/pipeline/act/get-case-screen'
import classes from './case.module.css'

/** Other cases that have to do with this one, and why. */
export const RelatedCard = ({ related, locale }: { related: readonly RelatedCase[]; locale: string }) => {
  const t = useTranslations('case')
  if (related.length === 0) return null
  return (
    <Card title={t('related')}>
      <ul className={classes.related}>
        {related.map(({ number, status, touchpointName, customerName, openedAt, relation }) => (
          <li key={number}>
            <p>
              <Link prefetch={false} href={`/cases/${number}`}>
                #{number} · {localize(touchpointName, locale)}
              </Link>
            </p>
            <p className={classes.relatedMeta}>
              <CaseStatusTag status={status} />
              <span>{t(`relation.${relation}`)}</span>
              {customerName && relation !== 'customer' && <span>{customerName}</span>}
              <Moment at={openedAt} as="relative" />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
