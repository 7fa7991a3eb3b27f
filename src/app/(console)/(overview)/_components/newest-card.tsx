import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import type { ResponseRow } from '@/pipeline/analyze/find-responses'
import { NewestList } from './newest-list'

type NewestCardProps = {
  responses: readonly ResponseRow[]
  /** under so many anonymous answers fit, which are not among them */
  hidden: number | undefined
  locale: string
  /** the list of all that fit the screen's filters */
  all: string
  title?: ReactNode
}

/** The newest answers; the page brings itself up to date as they come in. */
export const NewestCard = ({ responses, hidden, locale, all, title }: NewestCardProps) => {
  const t = useTranslations('overview')
  const words = useTranslations('responses')
  const none = hidden === undefined ? t('noneFit') : words('hidden', { least: hidden })
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
      <NewestList responses={responses} locale={locale} words={{ none, noComment: t('noComment') }} />
    </Card>
  )
}
