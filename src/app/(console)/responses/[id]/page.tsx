import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { can, mayContact } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { Moment } from '@/components/ui/moment'
import { PageHeader } from '@/components/ui/page-header'
import { localize } from '@/domain/localized'
import { getResponse } from '@/pipeline/analyze/get-response'
import { findTags } from '@/pipeline/analyze/tag-responses'
import columns from '../../_components/columns.module.css'
import { CustomerCard, hrefOfCustomer } from '../../_components/customer-card'
import { TagsCard } from '../_tags/tags-card'
import { AnswerList } from './_components/answer-list'
import { ConsequencesCard } from './_components/consequences-card'
import { ContextCard } from './_components/context-card'
import { DeleteButton } from './_components/delete-button'
import { JourneyOfAnswer } from './_components/journey-of-answer'
import { ScoreStrip } from './_components/score-strip'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('response'))('title') })

export default async function ResponsePage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requirePermission('responses.read')
  const response = await getResponse(member.organizationId, (await params).id)
  if (!response) notFound()
  const [t, locale, tags] = await Promise.all([getTranslations('response'), getLocale(), findTags(member.organizationId)])
  const title = localize(response.definition.title, locale)
  return (
    <div>
      <PageHeader
        back={{ href: '/responses', label: t('back') }}
        title={localize(response.touchpointName, locale)}
        lead={
          <>
            <Link prefetch={false} href={`/surveys/${response.surveyKey}`}>
              {title}
            </Link>{' '}
            · {t('version', { version: response.version })} ·{' '}
            {response.times.submittedAt && <Moment at={response.times.submittedAt} />}
          </>
        }
      >
        {can(member.role, 'responses.delete') && <DeleteButton id={response.id} />}
      </PageHeader>
      <div className={columns.columns}>
        <div className={columns.main}>
          {response.suppressed ? (
            <Card>
              <Empty title={t('suppressed')}>{t('suppressedText')}</Empty>
            </Card>
          ) : (
            <>
              <ScoreStrip scores={response.scores} />
              <Card title={t('answers')}>
                <AnswerList response={response} locale={locale} />
              </Card>
            </>
          )}
        </div>
        <div className={columns.aside}>
          <ConsequencesCard alerts={response.alerts} cases={response.cases} locale={locale} />
          <CustomerCard
            customer={response.customer}
            mayContact={mayContact(member.role)}
            href={can(member.role, 'customers.read') ? hrefOfCustomer(response.customer) : undefined}
          />
          <TagsCard responseId={response.id} tags={response.tags} known={tags} mayTag={can(member.role, 'responses.tag')} />
          <JourneyOfAnswer times={response.times} />
          <ContextCard response={response} />
        </div>
      </div>
    </div>
  )
}
