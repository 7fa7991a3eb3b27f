import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Moment } from '@/components/ui/moment'
import { ScoreBadge } from '@/components/ui/score-badge'
import { localize } from '@/domain/localized'
import type { ResponseRow } from '@/pipeline/analyze/find-responses'
import classes from './overview.module.css'

type NewestCardProps = {
  responses: readonly ResponseRow[]
  locale: string
  /** the list of all that fit the screen's filters */
  all: string
  title?: ReactNode
}

/** The newest answers; the page brings itself up to date as they come in. */
export const NewestCard = ({ responses, locale, all, title }: NewestCardProps) => {
  const t = useTranslations('overview')
  return (
    <Card
      title={title ?? t('newest')}
      aside={
        <Link prefetch={false} href={all}>
          {t('allResponses')}
        </Link>
      }
      isFlush
    >
      {responses.length === 0 && <p className={classes.quiet}>{t('noneFit')}</p>}
      <ul>
        {responses.map((response) => (
          <li key={response.id} className={classes.newest}>
            <Link prefetch={false} href={`/responses/${response.id}`} className={classes.newestLink}>
              <ScoreBadge score={response.score} />
              <span className={classes.newestWords}>
                <span className={classes.newestComment} data-empty={!response.comment || undefined}>
                  {response.comment ?? t('noComment')}
                </span>
                <small>
                  {localize(response.touchpointName, locale)} · <Moment at={response.submittedAt} as="relative" />
                </small>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
