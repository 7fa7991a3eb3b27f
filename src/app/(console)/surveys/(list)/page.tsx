import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { Moment } from '@/components/ui/moment'
import { PageHeader } from '@/components/ui/page-header'
import { mutedCell, numberCell, Table } from '@/components/ui/table'
import { localize } from '@/domain/localized'
import { getFilterOptions } from '@/pipeline/analyze/get-filter-options'
import { findSurveys } from '@/pipeline/design/find-surveys'
import { ClientWords } from '../../_shell/client-words'

import { NewSurvey } from './new-survey'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('surveys'))('title') })

const windowMilliseconds = 30 * 86_400_000

export default async function SurveysPage() {
  const { organizationId, role } = await requirePermission('programme.read')
  const mayDesign = can(role, 'programme.write')
  const [t, locale, options] = await Promise.all([getTranslations('surveys'), getLocale(), getFilterOptions(organizationId)])
  const surveys = await findSurveys(organizationId, new Date(Date.now() - windowMilliseconds))
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  const head = [
    { key: 'title', label: t('survey') },
    { key: 'touchpoint', label: t('touchpoint') },
    { key: 'state', label: t('state') },
    { key: 'volume', label: t('volume'), isNumber: true },
    { key: 'completion', label: t('completion'), isNumber: true },
    { key: 'last', label: t('last') },
  ]
  return (
    <div>
      <PageHeader title={t('title')} lead={t('lead')}>
        <Link prefetch={false} href="/surveys/templates">
          {t('templates')}
        </Link>
        {mayDesign && (
          <ClientWords of={['editor']}>
            <NewSurvey touchpoints={options.touchpoints.map(({ key, name }) => ({ key, name: localize(name, locale) }))} />
          </ClientWords>
        )}
      </PageHeader>
      <Card isFlush>
        {surveys.length === 0 ? (
          <Empty title={t('none')}>{t.rich('noneHint', { code: (words) => <code>{words}</code> })}</Empty>
        ) : (
          <Table label={t('title')} head={head} isList>
            {surveys.map((survey) => (
              <tr key={survey.key}>
                <td>
                  <Link prefetch={false} href={`/surveys/${survey.key}`}>
                    {localize(survey.title, locale) || survey.key}
                  </Link>
                </td>
                <td>{localize(survey.touchpointName, locale)}</td>
                <td className={mutedCell}>
                  {survey.closedAt
                    ? t('closed')
                    : survey.publishedVersion
                      ? t('published', { version: survey.publishedVersion })
                      : t('draft')}
                </td>
                <td className={numberCell}>{number.format(survey.responses)}</td>
                <td className={numberCell}>{survey.responses > 0 ? percent.format(survey.completed / survey.responses) : '–'}</td>
                <td className={mutedCell}>
                  {survey.lastResponseAt ? <Moment at={survey.lastResponseAt} as="relative" /> : t('never')}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Card>
    </div>
  )
}
