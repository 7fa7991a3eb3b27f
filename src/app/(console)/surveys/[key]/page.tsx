import { ExternalLink } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { languageName } from '@/components/format/language-name'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { PageHeader } from '@/components/ui/page-header'
import { env } from '@/config/env'
import { localize } from '@/domain/localized'
import { countOpenInvitations } from '@/pipeline/design/count-open-invitations'
import { getSurvey, type SurveyDetail } from '@/pipeline/design/find-surveys'
import { getSurveyVersion } from '@/pipeline/design/survey-programme'
import columns from '../../_components/columns.module.css'
import { DefinitionPages } from './_components/definition-pages'
import { DraftCard } from './_components/draft-card'
import { QuotaCard } from './_components/quota-card'
import classes from './_components/survey.module.css'
import { SurveyTabs } from './_components/survey-tabs'
import { ThanksList } from './_components/thanks-list'
import { VersionList } from './_components/version-list'
import { VersionNotice } from './_components/version-notice'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('survey'))('title') })

type Props = { params: Promise<{ key: string }>; searchParams: Promise<{ version?: string }> }

/** Which definition is looked at: the draft, a version, or by default what customers see. */
const lookAt = async (organizationId: string, survey: SurveyDetail, asked: string | undefined) => {
  const current = { definition: survey.published ?? survey.draft, version: survey.publishedVersion }
  if (asked === 'draft') return { definition: survey.draft, version: null }
  const number = /^\d{1,7}$/.test(asked ?? '') ? Number(asked) : undefined
  if (number === undefined || number === survey.publishedVersion) return current
  const definition = await getSurveyVersion(organizationId, survey.key, number)
  return definition ? { definition, version: number } : current
}

export default async function SurveyPage({ params, searchParams }: Props) {
  const { organizationId, role } = await requirePermission('programme.read')
  const survey = await getSurvey(organizationId, (await params).key)
  if (!survey) notFound()
  const [t, list, locale] = await Promise.all([getTranslations('survey'), getTranslations('surveys'), getLocale()])
  const { definition, version } = await lookAt(organizationId, survey, (await searchParams).version)
  const open = survey.isDraftAhead ? await countOpenInvitations(organizationId, survey.key, new Date()) : undefined
  const mayDesign = can(role, 'programme.write')
  const url = `${env().appUrl}/s/${survey.slug}`
  return (
    <div>
      <PageHeader
        back={{ href: '/surveys', label: list('title') }}
        title={localize(definition.title, locale) || survey.key}
        lead={localize(survey.touchpointName, locale)}
      >
        {survey.publishedVersion && (
          <a href={url} target="_blank" rel="noreferrer" className={classes.open}>
            {t('open')} <ExternalLink size={15} strokeWidth={1.5} aria-hidden />
          </a>
        )}
      </PageHeader>
      <SurveyTabs surveyKey={survey.key} current="survey" mayDesign={mayDesign} />
      <VersionNotice survey={survey} version={version} mayDesign={mayDesign} />
      <div className={columns.columns}>
        <div className={columns.main}>
          <DefinitionPages definition={definition} locale={locale} />
          <ThanksList definition={definition} locale={locale} />
        </div>
        <div className={columns.aside}>
          {open && <DraftCard survey={survey} mayDesign={mayDesign} open={open} />}
          <Card title={t('facts')}>
            <Facts
              facts={[
                { name: t('key'), value: survey.key },
                { name: t('languages'), value: definition.locales.map((code) => languageName(code, locale)).join(', ') },
                { name: t('idle'), value: t('seconds', { count: definition.idleSeconds }) },
                { name: t('origins'), value: definition.origins?.length ? definition.origins.join(', ') : t('anyOrigin') },
                { name: t('hiddenFields'), value: definition.hiddenFields?.join(', ') },
                { name: t('anonymous'), value: definition.anonymous ? t('yes') : null },
                {
                  name: t('responses'),
                  value: (
                    <Link prefetch={false} href={`/responses?survey=${survey.key}`}>
                      {t('toResponses')}
                    </Link>
                  ),
                },
              ]}
            />
          </Card>
          <QuotaCard definition={definition} places={survey.quotaPlaces} />
          <VersionList survey={survey} viewed={version} />
        </div>
      </div>
    </div>
  )
}
