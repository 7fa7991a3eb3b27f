import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import type { TargetChannel } from '@/domain/delivery/target-kinds'
import type { DeliveryRow } from '@/pipeline/act/find-deliveries'
import { DeliveryTable } from '../../../deliveries/(list)/delivery-table'

type TargetHistoryProps = { channel: TargetChannel; targetKey: string; deliveries: readonly DeliveryRow[]; mayReplay: boolean }

/** Its last messages, each with its attempts behind it. */
export const TargetHistory = ({ channel, targetKey, deliveries, mayReplay }: TargetHistoryProps) => {
  const t = useTranslations('targets')
  return (
    <Card
      title={t('history')}
      isFlush
      aside={
        deliveries.length > 0 && (
          <Link prefetch={false} href={`/deliveries?target=${channel}:${targetKey}`}>
            {t('allDeliveries')}
          </Link>
        )
      }
    >
      {deliveries.length > 0 ? (
        <DeliveryTable deliveries={deliveries} mayReplay={mayReplay} />
      ) : (
        <Empty title={t('nothingYet')}>{t(`nothingYetHint.${channel}`)}</Empty>
      )}
    </Card>
  )
}
