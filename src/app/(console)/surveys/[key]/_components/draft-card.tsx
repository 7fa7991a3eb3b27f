import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { compareVersions } from '@/domain/survey/compare-versions'
import type { SurveyDetail } from '@/pipeline/design/find-surveys'
import classes from './version.module.css'
import { VersionButton } from './version-button'
import { VersionChanges } from './version-changes'

/** What publishing the draft would change, and the button that does it. */
export const DraftCard = ({ survey, mayDesign }: { survey: SurveyDetail; mayDesign: boolean }) => {
  const t = useTranslations('versions')
  const { published, publishedVersion, draft, key } = survey
  return (
    <Card title={t('title')}>
      <p className={classes.lead}>
        {publishedVersion === null ? t('leadFirst') : t('lead', { version: publishedVersion })}{' '}
        {published && (
          <Link prefetch={false} href={`/surveys/${key}?version=draft`}>
            {t('showDraft')}
          </Link>
        )}
      </p>
      {published && <VersionChanges changes={compareVersions(published, draft)} before={published} after={draft} />}
      {mayDesign && <VersionButton surveyKey={key} step="publish" version={publishedVersion ?? 0} />}
    </Card>
  )
}
