import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { Moment } from '@/components/ui/moment'
import { PageHeader } from '@/components/ui/page-header'
import { hideTokens } from '@/domain/delivery/hide-tokens'
import { whenLost } from '@/domain/delivery/lost-mail'
import { type DeliveryDetail, getDelivery } from '@/pipeline/act/get-delivery'
import columns from '../../_components/columns.module.css'
import { DeliveryState } from '../../_components/delivery-state'
import { ReplayButton } from '../../_components/replay-button'
import { AttemptList } from './attempt-list'
import { MessagePreview } from './message-preview'
import { PostedBody } from './posted-body'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('delivery'))('title') })

/** Other messages, by whom they are for. */
const Others = ({ of }: { of: readonly { id: string; name: string }[] }) =>
  of.map(({ id, name }, at) => (
    <Fragment key={id}>
      {at > 0 && ' · '}
      <Link prefetch={false} href={`/deliveries/${id}`}>
        {name}
      </Link>
    </Fragment>
  ))

/** What not being sent means, and where the mark is cleared: it depends on whose address it is. */
const suppressedHintOf = ({ kind, caseEvent }: DeliveryDetail) => {
  if (kind === 'customer' || kind === 'verify') return 'suppressedHint'
  return whenLost(kind, caseEvent) === 'instead' ? 'suppressedInstead' : 'suppressedWaits'
}

export default async function DeliveryPage({ params }: { params: Promise<{ id: string }> }) {
  const { organizationId, role } = await requirePermission('deliveries.read')
  const delivery = await getDelivery(organizationId, (await params).id)
  if (!delivery) notFound()
  // A message carries the key to acknowledge its case in the recipient's name: only those who work on cases get to see it.
  const shown = (message: string | null) => (can(role, 'cases.act') ? message : hideTokens(message))
  const [t, list] = await Promise.all([getTranslations('delivery'), getTranslations('deliveries')])
  return (
    <div>
      <PageHeader
        back={{ href: '/deliveries', label: list('title') }}
        title={delivery.subject ?? delivery.event ?? list('notRendered')}
      >
        {(delivery.status === 'dead' || delivery.status === 'suppressed') && can(role, 'deliveries.replay') && (
          <ReplayButton id={delivery.id} />
        )}
      </PageHeader>
      <div className={columns.columns}>
        <div className={columns.main}>
          {delivery.channel === 'email' ? (
            <MessagePreview html={shown(delivery.html)} text={shown(delivery.text)} />
          ) : (
            <PostedBody text={delivery.text} />
          )}
        </div>
        <div className={columns.aside}>
          <Card title={t('facts')}>
            <Facts
              facts={[
                {
                  name: t('status'),
                  value: <DeliveryState {...delivery} isBack={delivery.bounce !== null && delivery.status === 'sent'} />,
                },
                {
                  name: t('why'),
                  value:
                    delivery.status === 'suppressed'
                      ? list(suppressedHintOf(delivery), { reason: delivery.lastError ?? '' })
                      : delivery.mode === 'captured' || delivery.mode === 'past'
                        ? list(`modeHint.${delivery.mode}`)
                        : null,
                },
                {
                  name: t('to'),
                  value: delivery.recipientName ? `${delivery.recipientName} <${delivery.recipient}>` : delivery.recipient,
                },
                { name: t('channel'), value: t(`channels.${delivery.channel as 'email'}`) },
                { name: t('language'), value: delivery.channel === 'webhook' ? null : delivery.locale },
                { name: t('created'), value: <Moment at={delivery.createdAt} as="full" /> },
                { name: t('sent'), value: delivery.sentAt ? <Moment at={delivery.sentAt} as="full" /> : null },
                {
                  name: t('case'),
                  value: delivery.caseNumber ? (
                    <Link prefetch={false} href={`/cases/${delivery.caseNumber}`}>
                      #{delivery.caseNumber}
                    </Link>
                  ) : null,
                },
                { name: t('insteadOf'), value: delivery.insteadOf && <Others of={[delivery.insteadOf]} /> },
                {
                  name: t('toldInstead'),
                  value: delivery.toldInstead.length > 0 ? <Others of={delivery.toldInstead} /> : null,
                },
                {
                  name: t('response'),
                  value: delivery.responseId ? (
                    <Link prefetch={false} href={`/responses/${delivery.responseId}`}>
                      {t('toResponse')}
                    </Link>
                  ) : null,
                },
              ]}
            />
          </Card>
          {delivery.bounce && (
            <Card title={t('cameBack')}>
              <Facts
                facts={[
                  { name: t('said'), value: delivery.bounce.reason },
                  { name: t('code'), value: delivery.bounce.status },
                  { name: t('cameBackAt'), value: <Moment at={delivery.bounce.at} as="full" /> },
                  { name: t('then'), value: t(delivery.bounce.marks ? 'marked' : 'onlyNoted') },
                ]}
              />
            </Card>
          )}
          <AttemptList attempts={delivery.attemptRows} />
        </div>
      </div>
    </div>
  )
}
