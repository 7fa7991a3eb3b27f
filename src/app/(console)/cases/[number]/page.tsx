import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { can, mayContact } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { CaseStatusTag } from '@/components/ui/case-status'
import { PageHeader } from '@/components/ui/page-header'
import { SeverityTag } from '@/components/ui/severity'
import { SlaClock } from '@/components/ui/sla-clock'
import { allowedSteps, isOpenStatus } from '@/domain/case/case'
import { getCaseScreen } from '@/pipeline/act/get-case-screen'
import columns from '../../_components/columns.module.css'
import { CustomerCard, hrefOfCustomer } from '../../_components/customer-card'
import { LiveRefresh } from '../../_live/live-refresh'
import classes from './_components/case.module.css'
import { CaseActions } from './_components/case-actions'
import { CaseFacts } from './_components/case-facts'
import { CaseResponses } from './_components/case-responses'
import { CaseTimeline } from './_components/case-timeline'
import { readChoices } from './_components/read-choices'
import { RelatedCard } from './_components/related-card'

type CasePageProps = { params: Promise<{ number: string }> }

export const generateMetadata = async ({ params }: CasePageProps): Promise<Metadata> => ({
  title: (await getTranslations('case'))('title', { number: (await params).number.slice(0, 12) }),
})

const numberOf = (text: string): number | null => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null)

export default async function CasePage({ params }: CasePageProps) {
  const member = await requirePermission('cases.read')
  const number = numberOf((await params).number)
  const one = number === null ? null : await getCaseScreen(member.organizationId, number)
  if (!one) notFound()
  const [t, locale, format] = await Promise.all([getTranslations('case'), getLocale(), getFormatter()])
  const unsubscribedAt = one.customer?.unsubscribedAt ? new Date(one.customer.unsubscribedAt) : null
  const customer = one.customer && { ...one.customer, unsubscribedAt }
  const mayAct = can(member.role, 'cases.act')
  return (
    <div>
      <PageHeader
        back={{ href: '/cases', label: t('back') }}
        title={t('title', { number: one.number })}
        lead={
          <span className={classes.state}>
            <SeverityTag severity={one.severity} />
            <CaseStatusTag status={one.status} />
            {isOpenStatus(one.status) && (
              <SlaClock openedAt={one.openedAt} dueAt={one.dueAt} remainingMinutes={one.remainingMinutes} />
            )}
            <LiveRefresh types={['case']} />
          </span>
        }
      />
      <div className={columns.columns}>
        <div className={columns.main}>
          {mayAct && (
            <CaseActions
              number={one.number}
              steps={allowedSteps(one.status)}
              status={one.status}
              seen={one.eventCount}
              choices={readChoices(one, locale, member.name, (at) => format.dateTime(at, { dateStyle: 'medium' }))}
            />
          )}
          <CaseResponses responses={one.responses} locale={locale} />
          <Card title={t('whatHappened')}>
            <CaseTimeline
              events={one.events}
              deliveries={one.deliveries}
              options={one.options}
              locale={locale}
              mayReadDeliveries={can(member.role, 'deliveries.read')}
            />
          </Card>
        </div>
        <div className={columns.aside}>
          <CustomerCard
            customer={customer}
            mayContact={mayContact(member.role)}
            href={can(member.role, 'customers.read') ? hrefOfCustomer(one.customer) : undefined}
          />
          <CaseFacts one={one} locale={locale} />
          <RelatedCard related={one.related} locale={locale} />
        </div>
      </div>
    </div>
  )
}
