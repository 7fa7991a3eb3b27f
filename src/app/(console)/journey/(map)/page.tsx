import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import type { SearchParams } from 'nuqs/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Term } from '@/components/ui/term'
import { localDay } from '@/domain/analysis/local-day'
import { resolvePeriod } from '@/domain/analysis/period'
import { localize } from '@/domain/localized'
import { getJourneyMap } from '@/pipeline/analyze/get-journey-map'
import { getJourneyDesign } from '@/pipeline/design/get-journey-design'
import { PeriodFilter } from '../../_filters/period-filter'
import { loadView } from '../../_filters/search-params'
import { JourneyEditor } from '../_edit/journey-editor'
import classes from './journey.module.css'
import { JourneyColumns } from './journey-columns'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('journey'))('title') })

const first = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

/** The map as it is changed, for those who may: `/journey?edit=1`, one journey at a time. */
const EditPage = async ({
  organizationId,
  email,
  wanted,
}: {
  organizationId: string
  email: string
  wanted: string | undefined
}) => {
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

export default async function JourneyPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { organizationId, timeZone, role, email } = await requirePermission('programme.read')
  const asked = await searchParams
  const mayEdit = can(role, 'programme.write')
  if (mayEdit && asked.edit !== undefined)
    return <EditPage organizationId={organizationId} email={email} wanted={first(asked.journey)} />
  const [t, locale, view] = await Promise.all([getTranslations('journey'), getLocale(), loadView(searchParams)])
  const period = resolvePeriod(view, localDay(new Date(), timeZone))
  const journeys = await getJourneyMap(organizationId, period)
  return (
    <div>
      <PageHeader
        title={t('title')}
        lead={t.rich('lead', {
          touchpoint: (words) => <Term word="touchpoint">{words}</Term>,
          standard: (words) => <Term word="standard">{words}</Term>,
        })}
      >
        <PeriodFilter from={period.from} to={period.to} isCustom={view.period === 'custom'} />
        {mayEdit && (
          <Link prefetch={false} href="/journey?edit=1" className={classes.action}>
            {t('edit')}
          </Link>
        )}
      </PageHeader>
      {journeys.length === 0 && (
        <Card>
          <Empty
            title={t('none')}
            action={
              mayEdit && (
                <Link prefetch={false} href="/journey?edit=1" className={classes.action}>
                  {t('start')}
                </Link>
              )
            }
          >
            {t('noneHint')}
          </Empty>
        </Card>
      )}
      {journeys.map((journey) => (
        <JourneyColumns key={journey.key} journey={journey} name={localize(journey.name, locale)} locale={locale} />
      ))}
    </div>
  )
}
