import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { requirePermission } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { Moment } from '@/components/ui/moment'
import { PageHeader } from '@/components/ui/page-header'
import { mutedCell, numberCell, Table } from '@/components/ui/table'
import { localize } from '@/domain/localized'
import { findSurveys } from '@/pipeline/design/find-surveys'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('surveys'))('title') })

const windowMilliseconds = 30 * 86_400_000

export default async function SurveysPage() {
  const { organizationId } = await requirePermission('programme.read')
  const [t, locale] = await Promise.all([getTranslations('surveys'), getLocale()])
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
      </PageHeader>
      <Card isFlush>
        {surveys.length === 0 ? (
          <Empty title={t('none')}>{t.rich('noneHint', { code: (words) => <code>{words}</code> })}</Empty>
        ) : (
          <Table label={t('title')} head={head}>
            {surveys.map((survey) => (
              <tr key={survey.key}>
                <td>
                  <Link prefetch={false} href={`/surveys/${survey.key}`}>
                    {localize(survey.title, locale)}
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
