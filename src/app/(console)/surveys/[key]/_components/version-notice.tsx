import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { SurveyDetail } from '@/pipeline/design/find-surveys'
import classes from './survey.module.css'
import { VersionButton } from './version-button'

type Props = { survey: SurveyDetail; version: number | null; mayDesign: boolean }

/** Says which version is looked at when it isn't what customers see. */
export const VersionNotice = ({ survey, version, mayDesign }: Props) => {
  const t = useTranslations('versions')
  const words = useTranslations('survey')
  const format = useFormatter()
  if (!survey.published) return <p className={classes.notice}>{words('onlyDraft')}</p>
  if (version === survey.publishedVersion)
    return survey.isDraftAhead ? <p className={classes.notice}>{words('draftAhead')}</p> : null
  const publishedAt = survey.versions.find(({ number }) => number === version)?.publishedAt
  return (
    <div className={classes.notice}>
      <p>
        {version === null
          ? t('viewingDraft')
          : t('viewing', {
              version,
              at: publishedAt ? format.dateTime(new Date(publishedAt), { dateStyle: 'medium' }) : '',
            })}{' '}
        <Link prefetch={false} href={`/surveys/${survey.key}`}>
          {t('current')}
        </Link>
      </p>
      {mayDesign && version !== null && <VersionButton surveyKey={survey.key} step="restore" version={version} />}
    </div>
  )
}
