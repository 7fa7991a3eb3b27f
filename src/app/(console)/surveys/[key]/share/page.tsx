import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { env } from '@/config/env'
import { localize } from '@/domain/localized'
import { getArrivals } from '@/pipeline/analyze/get-arrivals'
import { getSurvey } from '@/pipeline/design/find-surveys'
import columns from '../../../_components/columns.module.css'
import { ClientWords } from '../../../_shell/client-words'
import { SurveyTabs } from '../_components/survey-tabs'
import { ArrivalsCard } from './_components/arrivals-card'
import { EmbedCard } from './_components/embed-card'
import { KioskCard } from './_components/kiosk-card'
import { LinkCard } from './_components/link-card'
import { PersonalLinksCard } from './_components/personal-links-card'
import { TestCard } from './_components/test-card'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('share'))('title') })

const hourMilliseconds = 3_600_000

export default async function SharePage({ params }: { params: Promise<{ key: string }> }) {
  const { organizationId, role, email } = await requirePermission('programme.read')
  const { key } = await params
  const [survey, arrivals] = await Promise.all([
    getSurvey(organizationId, key),
    getArrivals(organizationId, key, new Date(Date.now() - hourMilliseconds)),
  ])
  if (!survey) notFound()
  const [t, list, locale] = await Promise.all([getTranslations('share'), getTranslations('surveys'), getLocale()])
  const definition = survey.published ?? survey.draft
  const mayDesign = can(role, 'programme.write')
  const address = { appUrl: env().appUrl, slug: survey.slug }
  const test = (
    <TestCard
      surveyKey={key}
      email={email}
      testable={{
        version: survey.publishedVersion,
        draft: survey.isDraftAhead ? survey.draft.locales : undefined,
        published: survey.published?.locales,
      }}
      hasMailServer={env().smtpUrl !== undefined}
      mayDesign={mayDesign}
      maySeeDeliveries={can(role, 'deliveries.read')}
    />
  )
  return (
    <div>
      <PageHeader back={{ href: '/surveys', label: list('title') }} title={localize(definition.title, locale)} lead={t('lead')} />
      <SurveyTabs surveyKey={key} current="share" mayDesign={mayDesign} />
      <ClientWords of={['share', 'shareTest']}>
        {survey.publishedVersion === null ? (
          <div className={columns.columns}>
            <div className={columns.main}>
              <Empty title={t('unpublished')}>{t('unpublishedHint')}</Empty>
            </div>
            <div className={columns.aside}>{test}</div>
          </div>
        ) : (
          <div className={columns.columns}>
            <div className={columns.main}>
              <LinkCard address={address} locales={definition.locales} title={localize(definition.title, locale)} />
              <EmbedCard surveyKey={key} address={address} locales={definition.locales} origins={definition.origins ?? []} />
              {mayDesign && <PersonalLinksCard surveyKey={key} isAnonymous={definition.anonymous === true} />}
            </div>
            <div className={columns.aside}>
              {test}
              <ArrivalsCard arrivals={arrivals} surveyKey={key} />
              <KioskCard address={address} />
            </div>
          </div>
        )}
      </ClientWords>
    </div>
  )
}
