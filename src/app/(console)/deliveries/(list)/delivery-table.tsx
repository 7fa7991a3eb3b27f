import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Moment } from '@/components/ui/moment'
import { mutedCell, numberCell, Table, tightCell } from '@/components/ui/table'
import type { DeliveryRow } from '@/pipeline/act/find-deliveries'
import { DeliveryState } from '../../_components/delivery-state'
import { ReplayButton } from '../../_components/replay-button'

export const DeliveryTable = ({ deliveries, mayReplay }: { deliveries: readonly DeliveryRow[]; mayReplay: boolean }) => {
  const t = useTranslations('deliveries')
  const columns = ['status', 'recipient', 'subject', 'case', 'attempts', 'created'] as const
  const head = columns.map((key) => ({ key, label: t(`column.${key}`), isNumber: key === 'attempts' }))
  return (
    <Table label={t('title')} head={head} isList>
      {deliveries.map((delivery) => (
        <tr key={delivery.id}>
          <td className={tightCell}>
            <DeliveryState
              status={delivery.status}
              mode={delivery.mode}
              isBack={delivery.bounce !== null && delivery.status === 'sent'}
            />
            {(delivery.status === 'dead' || delivery.status === 'suppressed') && mayReplay && <ReplayButton id={delivery.id} />}
          </td>
          <td>
            {delivery.recipientName ?? delivery.recipient}
            {delivery.recipientName && <div className={mutedCell}>{delivery.recipient}</div>}
          </td>
          <td>
            <div>
              <Link prefetch={false} href={`/deliveries/${delivery.id}`}>
                {delivery.subject ?? delivery.event ?? t('notRendered')}
              </Link>
            </div>
            {delivery.lastError && delivery.status !== 'sent' && <div className={mutedCell}>{delivery.lastError}</div>}
            {delivery.bounce && delivery.status === 'sent' && (
              <div className={mutedCell}>{delivery.bounce.reason || delivery.bounce.status}</div>
            )}
          </td>
          <td>
            {delivery.caseNumber ? (
              <Link prefetch={false} href={`/cases/${delivery.caseNumber}`}>
                #{delivery.caseNumber}
              </Link>
            ) : (
              <span className={mutedCell}>–</span>
            )}
          </td>
          <td className={numberCell}>{delivery.attempts}</td>
          <td className={tightCell}>
            <Moment at={delivery.createdAt} as="relative" />
            {delivery.status === 'retrying' && delivery.nextAttemptAt && (
              <div className={mutedCell}>
                {t('again')} <Moment at={delivery.nextAttemptAt} as="relative" />
              </div>
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}
