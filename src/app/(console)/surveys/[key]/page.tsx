import { ExternalLink } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { requirePermission } from '@/auth/session'
import { languageName } from '@/components/format/language-name'
import { Card } from '@/components/ui/card'
import { CopyField } from '@/components/ui/copy-field'
import { Facts } from '@/components/ui/facts'
import { Moment } from '@/components/ui/moment'
import { PageHeader } from '@/components/ui/page-header'
import { env } from '@/config/env'
import { localize } from '@/domain/localized'
import { getSurvey } from '@/pipeline/design/find-surveys'
import columns from '../../_components/columns.module.css'
import { DefinitionPages } from './_components/definition-pages'
import { QuotaCard } from './_components/quota-card'
import classes from './_components/survey.module.css'
import { ThanksList } from './_components/thanks-list'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('survey'))('title') })

export default async function SurveyPage({ params }: { params: Promise<{ key: string }> }) {
  const { organizationId } = await requirePermission('programme.read')
  const survey = await getSurvey(organizationId, (await params).key)
  if (!survey) notFound()
  const [t, list, locale] = await Promise.all([getTranslations('survey'), getTranslations('surveys'), getLocale()])
  const definition = survey.published ?? survey.draft
  const url = `${env().appUrl}/s/${survey.slug}`
  const embed = `<script src="${env().appUrl}/embed.js" data-survey="${survey.slug}" data-mode="inline" async></script>`
  return (
    <div>
      <PageHeader
        back={{ href: '/surveys', label: list('title') }}
        title={localize(definition.title, locale)}
        lead={localize(survey.touchpointName, locale)}
      >
        {survey.publishedVersion && (
          <a href={url} target="_blank" rel="noreferrer" className={classes.open}>
            {t('open')} <ExternalLink size={15} strokeWidth={1.5} aria-hidden />
          </a>
        )}
      </PageHeader>
      {survey.isDraftAhead && <p className={classes.notice}>{survey.published ? t('draftAhead') : t('onlyDraft')}</p>}
      <div className={columns.columns}>
        <div className={columns.main}>
          <DefinitionPages definition={definition} locale={locale} />
          <ThanksList definition={definition} locale={locale} />
        </div>
        <div className={columns.aside}>
          {survey.publishedVersion && (
            <Card title={t('share')}>
              <CopyField label={t('link')} value={url} copy={t('copy')} copied={t('copied')} />
              <CopyField label={t('embed')} value={embed} copy={t('copy')} copied={t('copied')} isLong />
            </Card>
          )}
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
          <Card title={t('versions')}>
            {survey.versions.length === 0 && <p>{t('noVersions')}</p>}
            <ol className={classes.versions}>
              {survey.versions.map(({ number, publishedAt, responses }) => (
                <li key={number}>
                  <span>{t('version', { number })}</span>
                  <Moment at={publishedAt} as="day" />
                  <span className={classes.count}>{t('count', { count: responses })}</span>
                </li>
              ))}
            </ol>
          </Card>
        </div>
      </div>
    </div>
  )
}
