import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Moment } from '@/components/ui/moment'
import type { SurveyDetail } from '@/pipeline/design/find-surveys'
import classes from './survey.module.css'

/** Every version, newest first, each with a way to look at it. */
export const VersionList = ({ survey, viewed }: { survey: SurveyDetail; viewed: number | null }) => {
  const t = useTranslations('survey')
  const words = useTranslations('versions')
  return (
    <Card title={t('versions')}>
      {survey.versions.length === 0 && <p>{t('noVersions')}</p>}
      <ol className={classes.versions}>
        {survey.versions.map(({ number, publishedAt, responses }) => (
          <li key={number} aria-current={number === viewed ? 'true' : undefined}>
            <Link
              prefetch={false}
              href={`/surveys/${survey.key}?version=${number}`}
              aria-label={words('show', { version: number })}
            >
              {t('version', { number })}
            </Link>
            <Moment at={publishedAt} as="day" />
            <span className={classes.count}>{t('count', { count: responses })}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
