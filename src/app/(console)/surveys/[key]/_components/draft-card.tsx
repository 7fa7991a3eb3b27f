import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { OpenInvitations } from '@/domain/invitation/open-invitations'
import { compareVersions } from '@/domain/survey/compare-versions'
import type { SurveyDetail } from '@/pipeline/design/find-surveys'
import { OpenInvitationsNote } from './open-invitations'
import classes from './version.module.css'
import { VersionButton } from './version-button'
import { VersionChanges } from './version-changes'

type Props = { survey: SurveyDetail; mayDesign: boolean; open: OpenInvitations }

/** What publishing the draft would change, for whom, and the button that does it. */
export const DraftCard = ({ survey, mayDesign, open }: Props) => {
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
      {published && publishedVersion !== null && (
        <OpenInvitationsNote
          open={open}
          next={publishedVersion + 1}
          losesAnonymity={published.anonymous === true && draft.anonymous !== true}
        />
      )}
      {mayDesign && <VersionButton surveyKey={key} step="publish" version={publishedVersion ?? 0} />}
    </Card>
  )
}
