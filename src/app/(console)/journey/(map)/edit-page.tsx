import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/ui/page-header'
import { getJourneyDesign } from '@/pipeline/design/get-journey-design'
import { JourneyEditor } from '../_edit/journey-editor'
import classes from './journey.module.css'

type EditPageProps = { organizationId: string; email: string; wanted: string | undefined }

/** The map as it is changed, for those who may: `/journey?edit=1`, one journey at a time. */
export const EditPage = async ({ organizationId, email, wanted }: EditPageProps) => {
  const [t, design] = await Promise.all([getTranslations('journey'), getJourneyDesign(organizationId)])
  const keys = Object.keys(design.journeys)
  const journey = keys.find((key) => key === wanted) ?? keys[0]
  return (
    <div>
      <PageHeader title={t('editTitle')} lead={t('editLead')}>
        <Link prefetch={false} href="/journey" className={classes.action}>
          {t('editDone')}
        </Link>
      </PageHeader>
      <JourneyEditor key={journey ?? ''} design={design} journey={journey} member={email} />
    </div>
  )
}
